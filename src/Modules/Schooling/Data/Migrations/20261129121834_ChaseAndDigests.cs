using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SmartRecruiting.Schooling.Data.Migrations
{
    /// <inheritdoc />
    public partial class ChaseAndDigests : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Language",
                table: "schooling_staff",
                type: "TEXT",
                maxLength: 2,
                nullable: false,
                defaultValue: "fr");

            migrationBuilder.AddColumn<string>(
                name: "MailPace",
                table: "schooling_staff",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "Immediate");

            migrationBuilder.AddColumn<string>(
                name: "StopToken",
                table: "schooling_staff",
                type: "TEXT",
                maxLength: 32,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTime>(
                name: "AwaitedSince",
                table: "schooling_inbox",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "OthersAskedAt",
                table: "schooling_inbox",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "RemindedAt",
                table: "schooling_inbox",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "UnansweredAt",
                table: "schooling_inbox",
                type: "TEXT",
                nullable: true);

            // Each member gets a token of their own, before the index that wants it so.
            migrationBuilder.Sql("UPDATE schooling_staff SET StopToken = lower(hex(randomblob(16)))");

            // What waits for an answer today is waited for from today: nobody is chased for the time before anybody counted.
            migrationBuilder.Sql("UPDATE schooling_inbox SET AwaitedSince = CURRENT_TIMESTAMP WHERE State IN ('New', 'Read')");

            migrationBuilder.CreateTable(
                name: "schooling_notices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ItemId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_schooling_notices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_schooling_notices_schooling_inbox_ItemId",
                        column: x => x.ItemId,
                        principalTable: "schooling_inbox",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_schooling_notices_schooling_staff_AccountId",
                        column: x => x.AccountId,
                        principalTable: "schooling_staff",
                        principalColumn: "AccountId",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_schooling_staff_StopToken",
                table: "schooling_staff",
                column: "StopToken",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_schooling_inbox_OthersAskedAt",
                table: "schooling_inbox",
                column: "OthersAskedAt");

            migrationBuilder.CreateIndex(
                name: "IX_schooling_notices_AccountId_ItemId_Kind",
                table: "schooling_notices",
                columns: new[] { "AccountId", "ItemId", "Kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_schooling_notices_ItemId",
                table: "schooling_notices",
                column: "ItemId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "schooling_notices");

            migrationBuilder.DropIndex(
                name: "IX_schooling_staff_StopToken",
                table: "schooling_staff");

            migrationBuilder.DropIndex(
                name: "IX_schooling_inbox_OthersAskedAt",
                table: "schooling_inbox");

            migrationBuilder.DropColumn(
                name: "Language",
                table: "schooling_staff");

            migrationBuilder.DropColumn(
                name: "MailPace",
                table: "schooling_staff");

            migrationBuilder.DropColumn(
                name: "StopToken",
                table: "schooling_staff");

            migrationBuilder.DropColumn(
                name: "AwaitedSince",
                table: "schooling_inbox");

            migrationBuilder.DropColumn(
                name: "OthersAskedAt",
                table: "schooling_inbox");

            migrationBuilder.DropColumn(
                name: "RemindedAt",
                table: "schooling_inbox");

            migrationBuilder.DropColumn(
                name: "UnansweredAt",
                table: "schooling_inbox");
        }
    }
}
