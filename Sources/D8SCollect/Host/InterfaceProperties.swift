import D8SModel

/// `/sys/class/net/DEVICE`: what an interface is (Documentation/ABI/testing/sysfs-class-net).
enum InterfaceProperties {
    /// Files with a number, and what node-exporter calls it.
    private static let numbers: [(file: String, family: HostFamily, unit: Double)] = [
        ("addr_assign_type", gauge("address_assign_type"), 1),
        ("carrier", gauge("carrier"), 1),
        ("carrier_changes", counter("carrier_changes_total"), 1),
        ("carrier_up_count", counter("carrier_up_changes_total"), 1),
        ("carrier_down_count", counter("carrier_down_changes_total"), 1),
        ("dev_id", gauge("device_id"), 1),
        ("dormant", gauge("dormant"), 1),
        ("flags", gauge("flags"), 1),
        ("ifindex", gauge("iface_id"), 1),
        ("iflink", gauge("iface_link"), 1),
        ("link_mode", gauge("iface_link_mode"), 1),
        ("mtu", gauge("mtu_bytes"), 1),
        ("name_assign_type", gauge("name_assign_type"), 1),
        ("netdev_group", gauge("net_dev_group"), 1),
        // Megabits a second; -1 where it is not known, which node-exporter passes on.
        ("speed", gauge("speed_bytes"), 1_000_000 / 8),
        ("tx_queue_len", gauge("transmit_queue_length"), 1),
        ("type", gauge("protocol_type"), 1),
    ]
    private static let up = HostFamily(
        "network_up",
        .gauge,
        "Value is 1 if operstate is 'up', 0 otherwise."
    )
    private static let info = HostFamily(
        "network_info",
        .gauge,
        "Non-numeric data from /sys/class/net/<iface>, value is always 1."
    )

    static func read(_ device: String, _ folder: HostFolder, into page: inout HostPage) {
        let text = { (file: String) in folder.text("sys/class/net/\(device)/\(file)") }
        // `bonding_masters` lies here too and is no interface.
        guard let state = text("operstate") else { return }
        let label = Label("device", device)
        page.add(up, [label], state == "up" ? 1 : 0)
        let words = ["address", "broadcast", "duplex", "ifalias"].map {
            Label($0, text($0) ?? "")
        }
        page.add(info, [label, Label("operstate", state)] + words, 1)
        for (file, family, unit) in numbers {
            page.add(family, [label], text(file).flatMap(number).map { $0 * unit })
        }
    }

    /// A decimal number, or `0x` and a hexadecimal one.
    private static func number(_ text: String) -> Double? {
        let isHex = text.hasPrefix("0x")
        return Int64(isHex ? text.dropFirst(2) : text[...], radix: isHex ? 16 : 10)
            .map(Double.init)
    }

    private static func gauge(_ name: String) -> HostFamily { family(name, .gauge) }
    private static func counter(_ name: String) -> HostFamily { family(name, .counter) }

    private static func family(_ name: String, _ kind: Metric.Kind) -> HostFamily {
        HostFamily("network_" + name, kind, "Network device property: \(name)")
    }
}
