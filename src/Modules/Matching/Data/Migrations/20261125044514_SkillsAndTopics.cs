using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SmartRecruiting.Matching.Data.Migrations
{
    /// <inheritdoc />
    public partial class SkillsAndTopics : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "matching_corrections",
                columns: table => new
                {
                    SkillId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    French = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    English = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Family = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Aliases = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Context = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    IsHidden = table.Column<bool>(type: "INTEGER", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    Author = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_matching_corrections", x => x.SkillId);
                });

            migrationBuilder.CreateTable(
                name: "matching_offer_topics",
                columns: table => new
                {
                    SetId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OfferId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    PostedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_matching_offer_topics", x => new { x.SetId, x.OfferId });
                });

            migrationBuilder.CreateTable(
                name: "matching_topic_sets",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    LearntAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Texts = table.Column<int>(type: "INTEGER", nullable: false),
                    Coherence = table.Column<double>(type: "REAL", nullable: false),
                    IsComplete = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_matching_topic_sets", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "matching_topics",
                columns: table => new
                {
                    SetId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_matching_topics", x => new { x.SetId, x.Number });
                });

            migrationBuilder.CreateIndex(
                name: "IX_matching_offer_topics_SetId_PostedAt_Number",
                table: "matching_offer_topics",
                columns: new[] { "SetId", "PostedAt", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_matching_topic_sets_LearntAt",
                table: "matching_topic_sets",
                column: "LearntAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "matching_corrections");

            migrationBuilder.DropTable(
                name: "matching_offer_topics");

            migrationBuilder.DropTable(
                name: "matching_topic_sets");

            migrationBuilder.DropTable(
                name: "matching_topics");
        }
    }
}
