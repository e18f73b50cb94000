namespace SmartRecruiting.Matching.Engine;

/// <summary>How a linear SVM is trained.</summary>
/// <param name="C">Weight of one unit of squared hinge loss against ½‖w‖². 0.5 is what the project measured as good.</param>
/// <param name="Epochs">Most passes over the texts.</param>
/// <param name="Tolerance">A pass whose largest projected gradient is below this is the last.</param>
/// <param name="Threads">Classes are trained side by side on so many threads.</param>
/// <param name="Seed">Decides the order in which texts are visited.</param>
internal sealed record SvmOptions(float C = 0.5f, int Epochs = 30, float Tolerance = 0.1f, int Threads = 2, int Seed = 1);
