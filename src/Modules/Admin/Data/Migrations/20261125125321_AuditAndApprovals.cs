using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SmartRecruiting.Admin.Data.Migrations
{
    /// <inheritdoc />
    public partial class AuditAndApprovals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Search",
                table: "admin_accounts",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "admin_approvals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Asks = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    CompanyId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Siret = table.Column<string>(type: "TEXT", maxLength: 14, nullable: true),
                    Country = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    Search = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_admin_approvals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_admin_approvals_admin_accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "admin_accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "admin_audit",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ActorId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ActorRole = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Action = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Words = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    PreviousHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Search = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_admin_audit", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "admin_audit_head",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    CheckedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    BrokenAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_admin_audit_head", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "admin_approval_steps",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    What = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ById = table.Column<Guid>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ApprovalId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_admin_approval_steps", x => x.Id);
                    table.ForeignKey(
                        name: "FK_admin_approval_steps_admin_approvals_ApprovalId",
                        column: x => x.ApprovalId,
                        principalTable: "admin_approvals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "admin_audit_head",
                columns: new[] { "Id", "BrokenAt", "CheckedAt", "Hash", "Sequence" },
                values: new object[] { 1, null, null, "", 0L });

            migrationBuilder.CreateIndex(
                name: "IX_admin_approval_steps_ApprovalId",
                table: "admin_approval_steps",
                column: "ApprovalId");

            migrationBuilder.CreateIndex(
                name: "IX_admin_approvals_AccountId",
                table: "admin_approvals",
                column: "AccountId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_admin_approvals_CompanyId",
                table: "admin_approvals",
                column: "CompanyId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_admin_approvals_State_OpenedAt",
                table: "admin_approvals",
                columns: new[] { "State", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_admin_audit_Action",
                table: "admin_audit",
                column: "Action");

            migrationBuilder.CreateIndex(
                name: "IX_admin_audit_ActorId",
                table: "admin_audit",
                column: "ActorId");

            migrationBuilder.CreateIndex(
                name: "IX_admin_audit_SubjectId",
                table: "admin_audit",
                column: "SubjectId");

            // Accents stay until the next change of the account: SQL cannot fold them.
            migrationBuilder.Sql("UPDATE admin_accounts SET Search = lower(Name || ' ' || Email);");
            // The chain of hashes shows a change; these refuse it. MariaDB wants the rights of an administrator for a trigger when it
            // keeps a binary log, and the program must not need them: there, take UPDATE and DELETE on this table from its account.
            migrationBuilder.Sql("CREATE TRIGGER admin_audit_stays BEFORE UPDATE ON admin_audit BEGIN SELECT RAISE(ABORT, 'The audit log is append-only.'); END;");
            migrationBuilder.Sql("CREATE TRIGGER admin_audit_keeps BEFORE DELETE ON admin_audit BEGIN SELECT RAISE(ABORT, 'The audit log is append-only.'); END;");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "admin_approval_steps");

            migrationBuilder.DropTable(
                name: "admin_audit");

            migrationBuilder.DropTable(
                name: "admin_audit_head");

            migrationBuilder.DropTable(
                name: "admin_approvals");

            migrationBuilder.DropColumn(
                name: "Search",
                table: "admin_accounts");
        }
    }
}
