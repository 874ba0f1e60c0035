import Glibc

/// Calls of Linux that Swift's Glibc module leaves out; the C library has them by name.
extension Disk {
    private typealias RenameAt2 =
        @convention(c) (Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32) -> Int32
    private typealias SyncFS = @convention(c) (Int32) -> Int32

    /// Swaps two paths in one step; 0, or the `errno` of the failure.
    @Sendable static func exchange(_ one: String, _ other: String) -> Int32 {
        guard let symbol = dlsym(nil, "renameat2") else { return ENOSYS }
        let renameat2 = unsafeBitCast(symbol, to: RenameAt2.self)
        let exchange: UInt32 = 2  // RENAME_EXCHANGE of <linux/fs.h>
        return renameat2(AT_FDCWD, one, AT_FDCWD, other, exchange) == 0 ? 0 : errno
    }

    /// `syncfs` of an open file; -1 with `errno` if something could not be written.
    static func syncFileSystem(_ file: Int32) -> Int32 {
        guard let symbol = dlsym(nil, "syncfs") else {
            Glibc.sync()
            return 0
        }
        return unsafeBitCast(symbol, to: SyncFS.self)(file)
    }
}
