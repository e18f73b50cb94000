using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SmartRecruiting.Schooling.Data.MySqlMigrations
{
    /// <inheritdoc />
    public partial class CityAndDeclineCode : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "City",
                table: "schooling_programmes",
                type: "varchar(100)",
                maxLength: 100,
                nullable: true,
                collation: "utf8mb4_bin")
                .Annotation("MySql:CharSet", "utf8mb4");

            migrationBuilder.AddColumn<string>(
                name: "DeclineCode",
                table: "schooling_inbox",
                type: "varchar(40)",
                maxLength: 40,
                nullable: true,
                collation: "utf8mb4_bin")
                .Annotation("MySql:CharSet", "utf8mb4");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "City",
                table: "schooling_programmes");

            migrationBuilder.DropColumn(
                name: "DeclineCode",
                table: "schooling_inbox");
        }
    }
}
