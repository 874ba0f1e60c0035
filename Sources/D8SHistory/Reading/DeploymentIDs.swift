import Glibc

/// The ids of a service's deployments in the order of their bytes, and where each one stands.
///
/// Changes come deployment by deployment, so that most look-ups ask for the same id as the one
/// before; the rest is a search by halves.
struct DeploymentIDs {
    /// All ids, one after the other.
    private var bytes: [UInt8] = []
    /// Where each id begins in `bytes`, and where the last one ends.
    private var bounds = [0]
    /// The position of each id's deployment in `ServiceHistory.deployments`.
    var positions: [Int32] = []
    /// Ids of the service's deployments that finished later or are in other environments.
    var elsewhere: Set<String> = []
    /// The rank of the id that was found last.
    private var last = 0

    /// - Parameter id: Comes after all that are there, as the clustered table gives them.
    mutating func append(_ id: UnsafeRawBufferPointer) {
        bytes.append(contentsOf: id)
        bounds.append(bytes.count)
    }

    /// Where the deployment with this id stands; -1 for an empty id, -2 for one that is not there,
    /// -3 for one that finished later or elsewhere.
    mutating func position(of id: UnsafeRawBufferPointer) -> Int32 {
        guard !id.isEmpty else { return -1 }
        if last < positions.count, compare(last, id) == 0 { return positions[last] }
        var low = 0
        var high = positions.count
        while low < high {
            let middle = (low + high) / 2
            if compare(middle, id) < 0 { low = middle + 1 } else { high = middle }
        }
        last = low
        if low < positions.count, compare(low, id) == 0 { return positions[low] }
        guard !elsewhere.isEmpty else { return -2 }
        return elsewhere.contains(String(decoding: id, as: UTF8.self)) ? -3 : -2
    }

    /// Negative if the id of this rank comes before `id`, positive if after, 0 if it is `id`.
    private func compare(_ rank: Int, _ id: UnsafeRawBufferPointer) -> Int {
        let start = bounds[rank]
        let length = bounds[rank + 1] - start
        return bytes.withUnsafeBytes { all in
            guard let left = all.baseAddress, let right = id.baseAddress else { return -1 }
            let order = memcmp(left + start, right, min(length, id.count))
            return order == 0 ? length - id.count : Int(order)
        }
    }
}
