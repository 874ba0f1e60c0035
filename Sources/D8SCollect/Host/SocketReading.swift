import D8SModel
import Glibc

/// `/proc/net/sockstat`, `netstat`, `snmp`: sockets and protocols, in node-exporter's choice.
enum SocketReading {
    static func read(_ folder: HostFolder, into page: inout HostPage) {
        let net = folder.network
        readSockets(folder.lines("\(net)/sockstat", for: "The number of sockets", &page), &page)
        // A kernel without IPv6 has neither of these two.
        readSockets(folder.lines("\(net)/sockstat6") ?? [], &page)
        let what = "What the protocols counted"
        readPairs(folder.lines("\(net)/netstat", for: what, &page), &page)
        readPairs(folder.lines("\(net)/snmp", for: what, &page), &page)
        for line in folder.lines("\(net)/snmp6") ?? [] where line.count > 1 {
            guard let six = line[0].utf8.firstIndex(of: UInt8(ascii: "6")) else { continue }
            let (name, field) = (line[0][...six], line[0][line[0].utf8.index(after: six)...])
            add(String(name), String(field), line[1], &page)
        }
    }

    /// `TCP: inuse 5 orphan 0 …`; `mem` is in pages.
    private static func readSockets(_ lines: [[String]], _ page: inout HostPage) {
        for line in lines {
            guard let name = line.first?.dropLast() else { continue }
            for (state, word) in zip(line.dropFirst(), line.dropFirst(2)).everyOther {
                let value = Double(word)
                page.add(family(String(name), state), [], value)
                if state == "mem" {
                    let size = Double(sysconf(Int32(_SC_PAGESIZE)))
                    page.add(family(String(name), "mem_bytes"), [], value.map { $0 * size })
                }
            }
        }
    }

    private static func family(_ name: String, _ state: String) -> HostFamily {
        HostFamily(
            "sockstat_\(name)_\(state)",
            .gauge,
            name == "sockets"
                ? "Number of IPv4 sockets in use."
                : "Number of \(name) sockets in state \(state)."
        )
    }

    /// A line of names and a line of values, both of which begin with the protocol.
    private static func readPairs(_ lines: [[String]], _ page: inout HostPage) {
        for (names, values) in zip(lines, lines.dropFirst()).everyOther {
            guard let name = names.first, name == values.first else { continue }
            for (field, value) in zip(names, values).dropFirst() {
                add(String(name.dropLast()), field, value, &page)
            }
        }
    }

    private static func add(
        _ name: String,
        _ field: String,
        _ value: String,
        _ page: inout HostPage
    ) {
        guard ProtocolField.isKept("\(name)_\(field)") else { return }
        let help = "Statistic \(name)\(field)."
        page.add(HostFamily("netstat_\(name)_\(field)", .unknown, help), [], Double(value))
    }
}

extension Sequence {
    /// The first element, the third and so on.
    fileprivate var everyOther: [Element] {
        enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
    }
}
