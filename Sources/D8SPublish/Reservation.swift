import Synchronization

/// The right to publish into one target: others are refused until it is released.
///
/// It ends with `release`, with the last reference to it, and with the process.
package final class Reservation: Sendable {
    let place: TargetPlace
    private let lock: Mutex<JobLock?>

    init(place: TargetPlace, lock: JobLock) {
        self.place = place
        self.lock = Mutex(lock)
    }

    deinit { release() }

    /// Gives the right back; a second time does nothing.
    package func release() {
        let held = lock.withLock { lock in
            defer { lock = nil }
            return lock
        }
        held?.release()
    }
}
