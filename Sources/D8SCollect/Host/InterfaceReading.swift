import D8SModel

/// `/proc/net/dev` and `/sys/class/net`: the network's interfaces.
enum InterfaceReading {
    private static let received = [
        "bytes", "packets", "errs", "drop", "fifo", "frame", "compressed", "multicast",
    ]
    private static let sent = [
        "bytes", "packets", "errs", "drop", "fifo", "colls", "carrier", "compressed",
    ]

    static func read(_ folder: HostFolder, into page: inout HostPage) {
        readTraffic(folder, &page)
        let devices = folder.names(in: "sys/class/net")
        if devices.isEmpty {
            page.note("\(folder.path)/sys/class/net is empty: what the interfaces are is left out.")
        }
        for device in devices { InterfaceProperties.read(device, folder, into: &page) }
    }

    private static func readTraffic(_ folder: HostFolder, _ page: inout HostPage) {
        let lines = folder.lines("\(folder.network)/dev", for: "The network's traffic", &page)
        for line in lines {
            // A counter may stand right behind the colon of the name.
            let words = line.joined(separator: " ")
            guard let colon = words.utf8.lastIndex(of: UInt8(ascii: ":")) else { continue }
            let label = Label("device", String(words[..<colon]))
            let values = words.utf8[words.utf8.index(after: colon)...]
                .split(separator: UInt8(ascii: " ")).map { Double(Substring($0)) }
            guard values.count >= received.count + sent.count else { continue }
            for (name, value) in zip(received, values) {
                page.add(family("receive_" + name), [label], value)
            }
            for (name, value) in zip(sent, values.dropFirst(received.count)) {
                page.add(family("transmit_" + name), [label], value)
            }
            let unhandled = folder.text("sys/class/net/\(label.value)/statistics/rx_nohandler")
            page.add(family("receive_nohandler"), [label], unhandled.flatMap(Double.init))
        }
    }

    private static func family(_ name: String) -> HostFamily {
        HostFamily("network_\(name)_total", .counter, "Network device statistic \(name).")
    }
}
