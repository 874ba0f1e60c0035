import Glibc

/// Where a label stands in a series' key.
struct PlainLabel {
    var start = 0
    /// The length of its name.
    var nameSize = 0
    /// The length of name and value with what ends each.
    var size = 0

    /// Below 0 if this label's name stands before that of the other in the order of their bytes, 0
    /// if they are the same.
    @inline(__always)
    func order(to other: PlainLabel, in key: UnsafePointer<UInt8>) -> Int {
        let first = Int(key[start]) - Int(key[other.start])
        guard first == 0 else { return first }
        let shared = min(nameSize, other.nameSize)
        let order = memcmp(key + start, key + other.start, shared)
        return order != 0 ? Int(order) : nameSize - other.nameSize
    }
}
