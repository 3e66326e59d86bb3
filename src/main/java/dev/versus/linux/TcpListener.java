package dev.versus.linux;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A listening TCP socket. Source: {@code net/tcp} and {@code net/tcp6} in proc_pid_net(5).
 *
 * @param address the address on which it listens; an IPv4-mapped IPv6 address is given as IPv4
 * @param inode the inode of the socket, by which the processes that hold it are found
 */
public record TcpListener(InetAddress address, int port, String inode) {

    private static final String LISTEN = "0A";
    private static final int LOCAL_ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;
    private static final int HEXADECIMAL = 16;

    /** Reads all listening sockets in this process's network namespace. */
    public static List<TcpListener> all(Proc proc) {
        return Stream.of("net/tcp", "net/tcp6")
                .map(table -> Proc.text(proc.root().resolve(table)))
                .flatMap(table -> parse(table).stream())
                .toList();
    }

    static List<TcpListener> parse(String table) {
        return table.lines().flatMap(row -> parseRow(row).stream()).toList();
    }

    private static Optional<TcpListener> parseRow(String row) {
        String[] fields = row.strip().split("\\s+", -1);
        if (fields.length <= INODE || !fields[STATE].equals(LISTEN)) {
            return Optional.empty();
        }
        String[] local = fields[LOCAL_ADDRESS].split(":", 2);
        return Optional.of(new TcpListener(address(local[0]), Integer.parseInt(local[1], HEXADECIMAL), fields[INODE]));
    }

    /** Decodes an address, which the kernel prints in words of 32 bits, each in the byte order of the machine. */
    private static InetAddress address(String hexadecimal) {
        ByteBuffer words = ByteBuffer.wrap(HexFormat.of().parseHex(hexadecimal));
        ByteBuffer bytes = ByteBuffer.allocate(words.capacity()).order(ByteOrder.nativeOrder());
        while (words.hasRemaining()) {
            bytes.putInt(words.getInt());
        }
        try {
            return InetAddress.getByAddress(bytes.array());
        } catch (UnknownHostException neitherFourNorSixteen) {
            throw new IllegalArgumentException("no address: " + hexadecimal, neitherFourNorSixteen);
        }
    }

    /** Tells whether the socket listens on more than loopback, so that other machines may reach it. */
    public boolean isBeyondLoopback() {
        return !address.isLoopbackAddress();
    }

    /** Tells whether a process holds this socket, given the destinations of the links in the process's {@code fd}. */
    public boolean isAmong(Set<String> open) {
        return open.contains("socket:[" + inode + "]");
    }

    /** Returns the address with its port, such as {@code 0.0.0.0:8080} and {@code [::]:8080}. */
    @Override
    public String toString() {
        boolean six = address instanceof Inet6Address;
        String host = address.isAnyLocalAddress() && six ? "::" : address.getHostAddress();
        return (six ? "[" + host + "]" : host) + ":" + port;
    }
}
