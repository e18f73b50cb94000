using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Kernel.Data;

namespace SmartRecruiting.Students.Data;

internal class StudentsDb : ModuleDb
{
    public StudentsDb(DbContextOptions<StudentsDb> options) : this((DbContextOptions)options) { }

    protected StudentsDb(DbContextOptions options) : base(options, "students") { }

    protected override void Describe(ModelBuilder model)
    {
    }
}

/// <summary>The same model on MariaDB, with migrations of its own.</summary>
internal sealed class StudentsMySqlDb(DbContextOptions<StudentsMySqlDb> options) : StudentsDb(options);
