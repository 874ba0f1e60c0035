/// The fields of `/proc/net/netstat`, `snmp` and `snmp6` that node-exporter reads by default.
enum ProtocolField {
    private static let names: Set<String> = [
        "Ip_Forwarding", "Ip6_InOctets", "Ip6_OutOctets", "IpExt_InOctets", "IpExt_OutOctets",
        "Icmp_InMsgs", "Icmp_OutMsgs", "Icmp6_InMsgs", "Icmp6_OutMsgs",
        "TcpExt_TCPSynRetrans", "TcpExt_TCPTimeouts",
        "Tcp_ActiveOpens", "Tcp_InSegs", "Tcp_OutSegs", "Tcp_OutRsts", "Tcp_PassiveOpens",
        "Tcp_RetransSegs", "Tcp_CurrEstab",
        "Udp_InDatagrams", "Udp_OutDatagrams", "Udp_NoPorts", "Udp_RcvbufErrors",
        "Udp_SndbufErrors",
        "Udp6_InDatagrams", "Udp6_OutDatagrams", "Udp6_NoPorts", "Udp6_RcvbufErrors",
        "Udp6_SndbufErrors",
    ]

    static func isKept(_ name: String) -> Bool {
        names.contains(name)
            || ["_InErrors", "_InErrs"].contains { name.hasSuffix($0) }
            || ["TcpExt_Listen", "TcpExt_Syncookies"].contains { name.hasPrefix($0) }
    }
}
