package dev.versus.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables as a machine that stores the lowest byte first printed them. */
class TcpListenerTest {

    private static final Path RECORDED = Path.of("src/test/resources/dev/versus/linux/net");

    @TempDir
    Path folder;

    @BeforeEach
    void needs_the_byte_order_of_the_recording() {
        assumeTrue(ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN, "tables were recorded lowest byte first");
    }

    private static List<TcpListener> recorded(String table) {
        return TcpListener.parse(Proc.text(RECORDED.resolve(table)));
    }

    @Test
    void only_sockets_that_listen_are_found_with_their_address_port_and_inode() {
        assertThat(recorded("tcp")).extracting(TcpListener::toString).containsExactly("0.0.0.0:8080", "127.0.0.1:5432");
        assertThat(recorded("tcp")).extracting(TcpListener::inode).containsExactly("1148", "2230");
    }

    @Test
    void an_ipv4_address_in_ipv6_is_the_ipv4_address() {
        assertThat(recorded("tcp6"))
                .extracting(TcpListener::toString)
                .containsExactly("[::]:8081", "127.0.0.1:8082", "[fd5e:5c1d:41:0:0:0:0:a]:80");
    }

    @ParameterizedTest
    @CsvSource({
        "00000000, true",
        "0100007F, false",
        "3500007F, false",
        "0100000A, true",
        "00000000000000000000000000000000, true",
        "00000000000000000000000001000000, false",
        "0000000000000000FFFF000001000080, true",
        "0000000000000000FFFF00000200007F, false",
        "000080FE00000000000000000A000000, true"
    })
    void all_but_loopback_is_beyond_it(String address, boolean beyond) {
        String row = "0: " + address + ":1F90 00:0000 0A 00:00 00:00 00 0 0 77 1 0 100 0 0 10 0";

        assertThat(TcpListener.parse(row)).singleElement().matches(one -> one.isBeyondLoopback() == beyond);
    }

    @Test
    void both_tables_are_read_and_one_that_is_missing_is_empty() throws IOException {
        Files.copy(
                RECORDED.resolve("tcp6"),
                Files.createDirectory(folder.resolve("net")).resolve("tcp6"));

        assertThat(TcpListener.all(new Proc(folder))).hasSize(3);
    }

    @Test
    void a_socket_is_known_by_its_inode_alone() {
        TcpListener listener = recorded("tcp").get(0);

        assertThat(List.of(
                        listener.isAmong(Set.of("/dev/null", "socket:[1148]")),
                        listener.isAmong(Set.of("socket:[11480]", "pipe:[1148]"))))
                .containsExactly(true, false);
    }
}
