/// How a program ended.
struct SubprocessEnd: Hashable, Sendable {
    /// Its exit status; 128 + the signal's number if a signal ended it.
    let status: Int
    /// What it wrote to its standard error, at most `Subprocess.errorLimit` bytes of it.
    let errors: String
}
