using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SmartRecruiting.Schooling.Data.MySqlMigrations
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
                type: "varchar(2)",
                maxLength: 2,
                nullable: false,
                defaultValue: "fr",
                collation: "utf8mb4_bin")
                .Annotation("MySql:CharSet", "utf8mb4");

            migrationBuilder.AddColumn<string>(
                name: "MailPace",
                table: "schooling_staff",
                type: "varchar(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Immediate",
                collation: "utf8mb4_bin")
                .Annotation("MySql:CharSet", "utf8mb4");

            migrationBuilder.AddColumn<string>(
                name: "StopToken",
                table: "schooling_staff",
                type: "varchar(32)",
                maxLength: 32,
                nullable: false,
                defaultValue: "",
                collation: "utf8mb4_bin")
                .Annotation("MySql:CharSet", "utf8mb4");

            migrationBuilder.AddColumn<DateTime>(
                name: "AwaitedSince",
                table: "schooling_inbox",
                type: "datetime(6)",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "OthersAskedAt",
                table: "schooling_inbox",
                type: "datetime(6)",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "RemindedAt",
                table: "schooling_inbox",
                type: "datetime(6)",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "UnansweredAt",
                table: "schooling_inbox",
                type: "datetime(6)",
                nullable: true);

            // Each member gets a token of their own, before the index that wants it so.
            migrationBuilder.Sql("UPDATE schooling_staff SET StopToken = LOWER(HEX(RANDOM_BYTES(16)))");

            // What waits for an answer today is waited for from today: nobody is chased for the time before anybody counted.
            migrationBuilder.Sql("UPDATE schooling_inbox SET AwaitedSince = UTC_TIMESTAMP(6) WHERE State IN ('New', 'Read')");

            migrationBuilder.CreateTable(
                name: "schooling_notices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "char(36)", nullable: false, collation: "ascii_general_ci"),
                    AccountId = table.Column<Guid>(type: "char(36)", nullable: false, collation: "ascii_general_ci"),
                    ItemId = table.Column<Guid>(type: "char(36)", nullable: false, collation: "ascii_general_ci"),
                    Kind = table.Column<string>(type: "varchar(40)", maxLength: 40, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    At = table.Column<DateTime>(type: "datetime(6)", nullable: false)
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
                })
                .Annotation("MySql:CharSet", "utf8mb4")
                .Annotation("Relational:Collation", "utf8mb4_bin");

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
