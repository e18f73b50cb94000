using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SmartRecruiting.Schooling.Data.Migrations
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
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DeclineCode",
                table: "schooling_inbox",
                type: "TEXT",
                maxLength: 40,
                nullable: true);
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
