using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SmartRecruiting.Schooling.Data.MySqlMigrations
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
                type: "tinyint(1)",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "schooling_staff",
                columns: table => new
                {
                    AccountId = table.Column<Guid>(type: "char(36)", nullable: false, collation: "ascii_general_ci"),
                    Role = table.Column<string>(type: "varchar(40)", maxLength: 40, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    Name = table.Column<string>(type: "varchar(200)", maxLength: 200, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    Email = table.Column<string>(type: "varchar(254)", maxLength: 254, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    State = table.Column<string>(type: "varchar(40)", maxLength: 40, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    LastNews = table.Column<Guid>(type: "char(36)", nullable: false, collation: "ascii_general_ci"),
                    Search = table.Column<string>(type: "varchar(500)", maxLength: 500, nullable: true, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_schooling_staff", x => x.AccountId);
                })
                .Annotation("MySql:CharSet", "utf8mb4")
                .Annotation("Relational:Collation", "utf8mb4_bin");

            migrationBuilder.CreateTable(
                name: "schooling_mandates",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "char(36)", nullable: false, collation: "ascii_general_ci"),
                    AccountId = table.Column<Guid>(type: "char(36)", nullable: false, collation: "ascii_general_ci"),
                    UniversityId = table.Column<Guid>(type: "char(36)", nullable: true, collation: "ascii_general_ci"),
                    ComponentId = table.Column<Guid>(type: "char(36)", nullable: true, collation: "ascii_general_ci"),
                    ProgrammeId = table.Column<Guid>(type: "char(36)", nullable: true, collation: "ascii_general_ci")
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
                })
                .Annotation("MySql:CharSet", "utf8mb4")
                .Annotation("Relational:Collation", "utf8mb4_bin");

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
                    Id = table.Column<Guid>(type: "char(36)", nullable: false, collation: "ascii_general_ci"),
                    AccountId = table.Column<Guid>(type: "char(36)", nullable: false, collation: "ascii_general_ci"),
                    ComponentId = table.Column<Guid>(type: "char(36)", nullable: true, collation: "ascii_general_ci"),
                    Email = table.Column<string>(type: "varchar(254)", maxLength: 254, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    Name = table.Column<string>(type: "varchar(200)", maxLength: 200, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    ProgrammeId = table.Column<Guid>(type: "char(36)", nullable: true, collation: "ascii_general_ci")
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
                })
                .Annotation("MySql:CharSet", "utf8mb4")
                .Annotation("Relational:Collation", "utf8mb4_bin");

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
