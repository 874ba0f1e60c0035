package import D8SModel
import Synchronization

/// This machine as a source, under the metric names of node-exporter 1.5.
package final class HostSource: Sendable {
    /// The value of the label `instance`.
    package let instance: String
    /// Put on every series; those that a metric has itself win.
    package let labels: [Label]
    /// Which file systems are read.
    package let mounts: MountChoice

    let folder: HostFolder
    let probe: FileSystemProbe
    /// What was delivered last; nil before the first time.
    let last = Mutex<HostMemory?>(nil)

    /// A host whose `proc` and `sys` lie under the folder `root`, and its file systems' mounts too.
    package convenience init(
        instance: String,
        root: String = "/",
        labels: [Label] = [],
        mounts: MountChoice = MountChoice()
    ) {
        self.init(instance: instance, root: root, labels, mounts, FileSystemProbe())
    }

    init(
        instance: String,
        root: String,
        _ labels: [Label],
        _ mounts: MountChoice,
        _ probe: FileSystemProbe
    ) {
        self.instance = instance
        self.labels = labels
        self.mounts = mounts
        self.probe = probe
        folder = HostFolder(root)
    }
}
