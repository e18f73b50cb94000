using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SmartRecruiting.Schooling.Data.Migrations
{
    /// <inheritdoc />
    public partial class Mandates : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "OfAll",
                table: "schooling_reportsubscriptions",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "schooling_staff",
                columns: table => new
                {
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    LastNews = table.Column<Guid>(type: "TEXT", nullable: false),
                    Search = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_schooling_staff", x => x.AccountId);
                });

            migrationBuilder.CreateTable(
                name: "schooling_mandates",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UniversityId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ComponentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ProgrammeId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_schooling_mandates", x => x.Id);
                    table.ForeignKey(
                        name: "FK_schooling_mandates_schooling_components_ComponentId",
                        column: x => x.ComponentId,
                        principalTable: "schooling_components",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_schooling_mandates_schooling_programmes_ProgrammeId",
                        column: x => x.ProgrammeId,
                        principalTable: "schooling_programmes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_schooling_mandates_schooling_staff_AccountId",
                        column: x => x.AccountId,
                        principalTable: "schooling_staff",
                        principalColumn: "AccountId",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_schooling_mandates_schooling_universities_UniversityId",
                        column: x => x.UniversityId,
                        principalTable: "schooling_universities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_schooling_mandates_AccountId_ComponentId",
                table: "schooling_mandates",
                columns: new[] { "AccountId", "ComponentId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_schooling_mandates_AccountId_ProgrammeId",
                table: "schooling_mandates",
                columns: new[] { "AccountId", "ProgrammeId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_schooling_mandates_AccountId_UniversityId",
                table: "schooling_mandates",
                columns: new[] { "AccountId", "UniversityId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_schooling_mandates_ComponentId",
                table: "schooling_mandates",
                column: "ComponentId");

            migrationBuilder.CreateIndex(
                name: "IX_schooling_mandates_ProgrammeId",
                table: "schooling_mandates",
                column: "ProgrammeId");

            migrationBuilder.CreateIndex(
                name: "IX_schooling_mandates_UniversityId",
                table: "schooling_mandates",
                column: "UniversityId");

            migrationBuilder.CreateIndex(
                name: "IX_schooling_staff_Email",
                table: "schooling_staff",
                column: "Email");

            // Whoever managed something goes on managing it.
            migrationBuilder.Sql(
                """
                INSERT INTO schooling_staff (AccountId, Role, Name, Email, State, LastNews, Search)
                SELECT AccountId, 'Manager', MIN(Name), MIN(Email), 'Active', '00000000-0000-0000-0000-000000000000', LOWER(MIN(Name)) FROM schooling_managers GROUP BY AccountId
                """);
            migrationBuilder.Sql(
                "INSERT INTO schooling_mandates (Id, AccountId, ComponentId, ProgrammeId) SELECT Id, AccountId, ComponentId, ProgrammeId FROM schooling_managers");

            migrationBuilder.DropTable(
                name: "schooling_managers");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "schooling_mandates");

            migrationBuilder.DropTable(
                name: "schooling_staff");

            migrationBuilder.DropColumn(
                name: "OfAll",
                table: "schooling_reportsubscriptions");

            migrationBuilder.CreateTable(
                name: "schooling_managers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ComponentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ProgrammeId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_schooling_managers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_schooling_managers_schooling_components_ComponentId",
                        column: x => x.ComponentId,
                        principalTable: "schooling_components",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_schooling_managers_schooling_programmes_ProgrammeId",
                        column: x => x.ProgrammeId,
                        principalTable: "schooling_programmes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_schooling_managers_AccountId_ComponentId",
                table: "schooling_managers",
                columns: new[] { "AccountId", "ComponentId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_schooling_managers_AccountId_ProgrammeId",
                table: "schooling_managers",
                columns: new[] { "AccountId", "ProgrammeId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_schooling_managers_ComponentId",
                table: "schooling_managers",
                column: "ComponentId");

            migrationBuilder.CreateIndex(
                name: "IX_schooling_managers_ProgrammeId",
                table: "schooling_managers",
                column: "ProgrammeId");
        }
    }
}
