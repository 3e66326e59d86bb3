package dev.versus.linux;

import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.linux.NetworkNamespaces.Traffic;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkNamespacesTest {

    private static final String TABLE = """
            Inter-|   Receive                                                |  Transmit
             face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo colls carrier compressed
                lo:    9000      90    0    0    0     0          0         0     9000      90    0    0    0     0       0          0
              eth0:    1500      10    0    0    0     0          0         0     2500      20    0    0    0     0       0          0
              eth1:     100       1    0    0    0     0          0         0       50       1    0    0    0     0       0          0
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void addsUpAllInterfacesButTheLoopback() {
        assertThat(NetworkNamespaces.sum(TABLE)).isEqualTo(new Traffic(1600, 2550));
    }

    @Test
    void tellsTrafficOnlyOfANamespaceThatNobodyElseHas() {
        FakeHost host = FakeHost.ofVersion2(folder)
                .network(1, "net:[1]")
                .network(2, "net:[2]")
                .network(3, "net:[1]")
                .write("proc/1/net/dev", TABLE)
                .write("proc/2/net/dev", TABLE);
        NetworkNamespaces networks = new NetworkNamespaces(host.proc());
        assertThat(networks.ofOwn(2, List.of(1L, 3L))).contains(new Traffic(1600, 2550));
        assertThat(networks.ofOwn(1, List.of(2L, 3L))).isEmpty();
        assertThat(networks.isOwn(1, List.of(3L))).contains(false);
        assertThat(networks.isOwn(4, List.of())).isEmpty();
    }
}
