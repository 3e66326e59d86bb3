package dev.versus.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.versus.InvalidInput;
import dev.versus.system.SharedMemory.Ipc;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharedMemoryTest {

    private static final long MIB = 1 << 20;

    @TempDir
    Path services;

    private SystemDefinition read(String yaml) {
        return new ComposeFiles(services).base(yaml).read();
    }

    @Test
    void a_volume_of_type_tmpfs_has_its_size_mode_and_owner() {
        SystemDefinition system = read("""
                services: {web: {image: w, volumes: ['shared:/dev/shm', 'data:/data']}}
                volumes:
                  data:
                  shared:
                    driver: local
                    driver_opts: {type: tmpfs, device: tmpfs, o: "size=256m,mode=1777,uid=7,gid=8"}
                """);

        var tmpfs = new Tmpfs(new DataSize(256 * MIB), "1777", 7, 8);
        assertThat(system.volumes())
                .containsExactly(new VolumeDefinition("data", null), new VolumeDefinition("shared", tmpfs));
        assertThat(tmpfs.options()).isEqualTo("size=268435456,mode=1777,uid=7,gid=8");
        assertThat(system.service("web").storage().volumes().map(system::sharedTmpfs))
                .containsExactly(Optional.of(tmpfs), Optional.empty());
    }

    @Test
    void what_a_tmpfs_volume_does_not_set_is_the_kernels() {
        SystemDefinition system = read("""
                services: {web: {image: w}}
                volumes: {shared: {driver_opts: {type: tmpfs, device: tmpfs}}}
                """);

        assertThat(system.volumes()).containsExactly(new VolumeDefinition("shared", new Tmpfs(null, null, null, null)));
    }

    @ParameterizedTest
    @CsvSource({"private, PRIVATE", "shareable, SHAREABLE", "none, NONE", "host, HOST"})
    void ipc_says_whose_the_shared_memory_is(String word, Ipc ipc) {
        assertThat(ComposeFiles.web(services, "ipc: " + word).storage().memory())
                .isEqualTo(new SharedMemory(ipc, null, null));
    }

    @Test
    void shm_size_is_a_size() {
        assertThat(ComposeFiles.web(services, "shm_size: 64m").storage().memory())
                .isEqualTo(new SharedMemory(null, null, new DataSize(64 * MIB)));
    }

    @Test
    void a_service_starts_after_the_one_whose_memory_it_shares() {
        SystemDefinition system = read("""
                services:
                  reader: {image: r, ipc: 'service:writer'}
                  writer: {image: w, ipc: shareable}
                """);

        assertThat(system.service("reader").storage().memory())
                .isEqualTo(new SharedMemory(Ipc.SERVICE, "writer", null));
        assertThat(system.startOrder())
                .containsExactly(List.of(system.service("writer")), List.of(system.service("reader")));
        assertThat(system.only(List.of("reader")).services()).hasSize(2);
    }

    @Test
    void services_share_memory_by_a_tmpfs_volume_or_by_ipc_and_not_by_a_folder() {
        SystemDefinition system = read("""
                services:
                  a: {image: x, volumes: ['shared:/dev/shm']}
                  b: {image: x, volumes: ['shared:/memory'], ipc: shareable}
                  c: {image: x, ipc: 'service:b', volumes: ['data:/data']}
                  d: {image: x, volumes: ['data:/data']}
                volumes: {data: , shared: {driver_opts: {type: tmpfs, device: tmpfs}}}
                """);

        assertThat(system.sharingMemory(system.service("a")))
                .extracting(ServiceDefinition::name)
                .containsExactly("a", "b", "c");
        assertThat(system.sharingMemory(system.service("d")))
                .extracting(ServiceDefinition::name)
                .containsExactly("d");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ipc: container:x | 'ipc' should be private, shareable, none, host or service:<name>",
                "ipc: mine | 'ipc' should be private, shareable, none, host or service:<name>",
                "ipc: [host] | 'ipc' should be a single value",
                "ipc: service:api | 'ipc' names 'api', which the file does not define",
                "ipc: service:web | 'ipc' names the service itself",
                "shm_size: lots | 'shm_size' should be a size",
                "shm_size: 0 | 'shm_size' should be a size such as 64m, larger than 0",
                "{ipc: host, shm_size: 1m} | with 'ipc: host' it has none",
            })
    void a_service_is_refused_with_its_line(String body, String sentence) {
        String keys =
                body.startsWith("{") ? body.substring(1, body.length() - 1).replace(", ", "\n") : body;
        assertThatThrownBy(() -> ComposeFiles.web(services, keys))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("compose.yaml, line " + (body.startsWith("{") ? 5 : 4) + ": ")
                .hasMessageContaining(sentence);
    }

    @Test
    void memory_that_a_service_keeps_for_itself_is_not_shared() {
        assertThatThrownBy(() -> read("""
                        services:
                          writer: {image: w}
                          reader:
                            image: r
                            ipc: service:writer
                        """))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("compose.yaml, line 5: 'ipc' shares the memory of 'writer'")
                .hasMessageContaining("the key 'ipc: shareable'");
    }

    @Test
    void memory_that_a_volume_covers_is_not_shared() {
        assertThatThrownBy(() -> read("""
                        services:
                          writer: {image: w, ipc: shareable, volumes: ['shared:/dev/shm']}
                          reader: {image: r, ipc: 'service:writer'}
                        volumes: {shared: {driver_opts: {type: tmpfs, device: tmpfs}}}
                        """))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("compose.yaml, line 3: 'ipc' shares the memory of 'writer'")
                .hasMessageContaining("mount that in both services");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "driver: nfs | 'driver' should be local",
                "driver_opts: {device: tmpfs} | 'type' is missing",
                "driver_opts: {type: none, device: /srv, o: bind} | 'type' should be tmpfs",
                "driver_opts: {type: tmpfs} | 'device' is missing",
                "driver_opts: {type: tmpfs, device: tmpfs, o: 'size=much'} | any of them, and is 'size=much'",
                "driver_opts: {type: tmpfs, device: tmpfs, o: 'size=0'} | any of them, and is 'size=0'",
                "driver_opts: {type: tmpfs, device: tmpfs, o: 'mode=999'} | any of them, and is 'mode=999'",
                "driver_opts: {type: tmpfs, device: tmpfs, o: 'uid=root'} | any of them, and is 'uid=root'",
                "driver_opts: {type: tmpfs, device: tmpfs, o: 'size=1m,nosuid'} | any of them, and is 'nosuid'",
                "driver_opts: {type: tmpfs, device: tmpfs, size: 1m} | the key 'size' is not supported in driver_opts",
                "external: true | the key 'external' is not supported in a volume; supported: driver, driver_opts"
            })
    void a_volume_is_refused_with_its_line(String option, String sentence) {
        assertThatThrownBy(() -> read("services: {web: {image: w}}\nvolumes:\n  shared:\n    " + option + "\n"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("compose.yaml, line 4: ")
                .hasMessageContaining(sentence);
    }
}
