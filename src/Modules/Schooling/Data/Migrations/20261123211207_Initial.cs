using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SmartRecruiting.Schooling.Data.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "schooling_offers",
                columns: table => new
                {
                    OfferId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Closed = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_schooling_offers", x => x.OfferId);
                });

            migrationBuilder.CreateTable(
                name: "schooling_outbox",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Event = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Handler = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Payload = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DueAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Tries = table.Column<int>(type: "INTEGER", nullable: false),
                    Lease = table.Column<Guid>(type: "TEXT", nullable: true),
                    LeasedUntil = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DoneAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DeadAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Error = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_schooling_outbox", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "schooling_universities",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 220, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_schooling_universities", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "schooling_components",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    UniversityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 220, nullable: false),
                    Search = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_schooling_components", x => x.Id);
                    table.ForeignKey(
                        name: "FK_schooling_components_schooling_universities_UniversityId",
                        column: x => x.UniversityId,
                        principalTable: "schooling_universities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "schooling_programmes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 220, nullable: false),
                    ComponentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Level = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Years = table.Column<string>(type: "TEXT", nullable: false),
                    Domain = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Description = table.Column<string>(type: "TEXT", nullable: false),
                    Skills = table.Column<string>(type: "TEXT", nullable: false),
                    Jobs = table.Column<string>(type: "TEXT", nullable: false),
                    RomeCodes = table.Column<string>(type: "TEXT", nullable: false),
                    Responsible = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    Deputy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    DeputyEmail = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    Phone = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Search = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_schooling_programmes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_schooling_programmes_schooling_components_ComponentId",
                        column: x => x.ComponentId,
                        principalTable: "schooling_components",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "schooling_inbox",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProgrammeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OfferId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Offer = table.Column<string>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Company = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Strength = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Reasons = table.Column<string>(type: "TEXT", nullable: false),
                    SentAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ReadAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DeclineReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Search = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_schooling_inbox", x => x.Id);
                    table.ForeignKey(
                        name: "FK_schooling_inbox_schooling_programmes_ProgrammeId",
                        column: x => x.ProgrammeId,
                        principalTable: "schooling_programmes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "schooling_managers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    ComponentId = table.Column<Guid>(type: "TEXT", nullable: true),
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

            migrationBuilder.CreateTable(
                name: "schooling_forwards",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TransmissionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Group = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    RequestedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ByAccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_schooling_forwards", x => x.Id);
                    table.ForeignKey(
                        name: "FK_schooling_forwards_schooling_inbox_TransmissionId",
                        column: x => x.TransmissionId,
                        principalTable: "schooling_inbox",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_schooling_components_UniversityId_Slug",
                table: "schooling_components",
                columns: new[] { "UniversityId", "Slug" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_schooling_forwards_TransmissionId_Group",
                table: "schooling_forwards",
                columns: new[] { "TransmissionId", "Group" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_schooling_inbox_OfferId",
                table: "schooling_inbox",
                column: "OfferId");

            migrationBuilder.CreateIndex(
                name: "IX_schooling_inbox_ProgrammeId_SentAt",
                table: "schooling_inbox",
                columns: new[] { "ProgrammeId", "SentAt" });

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

            migrationBuilder.CreateIndex(
                name: "IX_schooling_outbox_DoneAt_DeadAt_DueAt",
                table: "schooling_outbox",
                columns: new[] { "DoneAt", "DeadAt", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_schooling_programmes_Code",
                table: "schooling_programmes",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_schooling_programmes_ComponentId",
                table: "schooling_programmes",
                column: "ComponentId");

            migrationBuilder.CreateIndex(
                name: "IX_schooling_programmes_Slug",
                table: "schooling_programmes",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_schooling_universities_Slug",
                table: "schooling_universities",
                column: "Slug",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "schooling_forwards");

            migrationBuilder.DropTable(
                name: "schooling_managers");

            migrationBuilder.DropTable(
                name: "schooling_offers");

            migrationBuilder.DropTable(
                name: "schooling_outbox");

            migrationBuilder.DropTable(
                name: "schooling_inbox");

            migrationBuilder.DropTable(
                name: "schooling_programmes");

            migrationBuilder.DropTable(
                name: "schooling_components");

            migrationBuilder.DropTable(
                name: "schooling_universities");
        }
    }
}
