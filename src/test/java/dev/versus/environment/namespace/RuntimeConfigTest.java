package dev.versus.environment.namespace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.versus.environment.RunId;
import dev.versus.environment.host.ReplicaGroups;
import dev.versus.environment.image.Image;
import dev.versus.environment.namespace.FileSystems.Place;
import dev.versus.linux.Cgroup;
import dev.versus.system.ServiceDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A replica's configuration says of a service what Docker would say of it. */
class RuntimeConfigTest {

    private static final String DOCKERS =
            "AUDIT_WRITE CHOWN DAC_OVERRIDE FOWNER FSETID KILL MKNOD NET_BIND_SERVICE NET_RAW"
                    + " SETFCAP SETGID SETPCAP SETUID SYS_CHROOT";

    private final ObjectMapper json = new ObjectMapper();

    @TempDir
    Path folder;

    private Path image = Path.of("");
    private Bundle bundle = new Bundle(image, image);

    @BeforeEach
    void make() throws IOException {
        image = Files.createDirectories(folder.resolve("image"));
        bundle = new Bundle(Files.createDirectories(folder.resolve("work/a-1")), folder.resolve("volumes"));
    }

    private ContainerProgram program(String service) {
        var setup = new Image.Setup(
                List.of("/run"),
                List.of("it"),
                Map.of("WORD", "s3cret"),
                "",
                "",
                List.of(),
                List.of(),
                Optional.empty());
        ServiceDefinition definition = new Lab(folder)
                .define("{services: {a: " + service + "}, volumes: {kept: {}}}")
                .service("a");
        return ContainerProgram.of(
                definition, new Image("sha256:0", "some:1", Optional.empty(), setup), new ImageRoot(image));
    }

    private JsonNode config(String service) {
        Path top = folder.resolve("cgroup");
        var groups = new ReplicaGroups("versus-ab12cd34", Map.of("cpu", new Cgroup(false, top, top)));
        ContainerProgram program = program(service);
        var memory =
                new ReplicaMemory(program.service().storage().memory(), Optional.empty(), Optional.empty(), List.of());
        var place = new Place(Optional.empty(), Path.of("/etc/hosts"), groups, memory);
        return json.valueToTree(new RuntimeConfig(program, new RunId("ab12cd34"), place).of(bundle));
    }

    private static String capabilities(JsonNode config, String set) {
        JsonNode names = config.at("/process/capabilities/" + set);
        return names.isMissingNode() ? "none" : String.join(" ", texts(names)).replace("CAP_", "");
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static String mount(JsonNode config, String target) {
        return StreamSupport.stream(config.get("mounts").spliterator(), false)
                .filter(mount -> mount.get("destination").asText().equals(target))
                .map(mount -> mount.get("source").asText() + " " + String.join(",", texts(mount.get("options"))))
                .findFirst()
                .orElse("none");
    }

    @Test
    void root_has_dockers_capabilities_and_others_have_none_of_the_same_bounds() {
        JsonNode root = config("{image: x}");
        assertThat(List.of("bounding", "permitted", "effective"))
                .allSatisfy(set -> assertThat(capabilities(root, set)).isEqualTo(DOCKERS));
        assertThat(capabilities(root, "inheritable")).isEqualTo("none");

        JsonNode other = config("{image: x, user: '7:8'}");
        assertThat(other.at("/process/user/uid").asInt()).isEqualTo(7);
        assertThat(other.at("/process/user/gid").asInt()).isEqualTo(8);
        assertThat(capabilities(other, "bounding")).isEqualTo(DOCKERS);
        assertThat(capabilities(other, "permitted")).isEqualTo("none");
        assertThat(capabilities(other, "effective")).isEqualTo("none");
    }

    @Test
    void capabilities_are_dropped_and_added_as_an_engine_does() {
        assertThat(capabilities(config("{image: x, cap_drop: [ALL], cap_add: [chown, CAP_SETUID]}"), "bounding"))
                .isEqualTo("CHOWN SETUID");
        assertThat(capabilities(config("{image: x, cap_drop: [NET_RAW]}"), "bounding"))
                .isEqualTo(DOCKERS.replace("NET_RAW ", ""));
        assertThat(capabilities(config("{image: x, cap_add: [ALL]}"), "bounding"))
                .contains("CHOWN", "MKNOD");
    }

    @Test
    void privileges_and_the_root_are_as_the_file_says() {
        JsonNode strict = config("{image: x, read_only: true, security_opt: ['no-new-privileges:true']}");
        assertThat(strict.at("/process/noNewPrivileges").asBoolean()).isTrue();
        assertThat(strict.at("/root/readonly").asBoolean()).isTrue();

        JsonNode usual = config("{image: x}");
        assertThat(usual.at("/process/noNewPrivileges").asBoolean()).isFalse();
        assertThat(usual.at("/root/readonly").asBoolean()).isFalse();
    }

    @Test
    void the_kernels_settings_are_masked_or_read_only() {
        JsonNode kernel = config("{image: x}").get("linux");
        assertThat(texts(kernel.get("readonlyPaths"))).contains("/proc/sys", "/proc/sysrq-trigger");
        assertThat(texts(kernel.get("maskedPaths"))).contains("/proc/kcore", "/sys/firmware");
        assertThat(kernel.get("cgroupsPath").asText()).isEqualTo("/versus-ab12cd34/a-1");
        assertThat(kernel.get("namespaces"))
                .hasToString("[{\"type\":\"mount\"},{\"type\":\"uts\"},{\"type\":\"pid\"},{\"type\":\"ipc\"}]");
    }

    @Test
    void memory_is_the_hosts_or_none_where_the_file_says_so() {
        assertThat(config("{image: x, ipc: host}")
                        .get("linux")
                        .get("namespaces")
                        .toString())
                .doesNotContain("ipc");
        assertThat(mount(config("{image: x, ipc: host}"), "/dev/shm")).isEqualTo("/dev/shm bind,rprivate,rw");
        assertThat(mount(config("{image: x}"), "/dev/shm")).endsWith("size=65536k");
        assertThat(config("{image: x, ipc: none}").get("mounts").toString()).doesNotContain("/dev/shm");
    }

    @Test
    void what_is_mounted_lies_over_the_image() {
        JsonNode config = config("{image: x, tmpfs: ['/tmp', '/cache:exec,size=1m'],"
                + " volumes: [\"./it's:/own:ro\", 'kept:/data', '/alone']}");

        assertThat(mount(config, "/tmp")).isEqualTo("tmpfs nosuid,noexec,nodev");
        assertThat(mount(config, "/cache")).isEqualTo("tmpfs nosuid,noexec,nodev,exec,size=1m");
        assertThat(mount(config, "/own")).isEqualTo(folder.resolve("system/it's") + " bind,rprivate,ro");
        assertThat(mount(config, "/data")).isEqualTo(folder.resolve("volumes/kept") + " bind,rprivate,rw");
        assertThat(mount(config, "/alone")).isEqualTo(folder.resolve("work/a-1/volume-alone") + " bind,rprivate,rw");
        assertThat(mount(config, "/etc/hosts")).startsWith(bundle.hosts().toString());
        assertThat(mount(config, "/sys")).endsWith(",ro");
    }

    @Test
    void a_volume_begins_with_what_the_image_has_there_and_never_with_the_hosts() throws IOException {
        Path hosts = Files.createDirectories(folder.resolve("hosts"));
        Files.writeString(hosts.resolve("secret"), "s");
        Files.createSymbolicLink(image.resolve("data"), hosts);
        Files.createDirectories(image.resolve("alone"));
        Files.createSymbolicLink(image.resolve("alone/link"), hosts.resolve("secret"));

        bundle.make(program("{image: x, volumes: ['kept:/data', '/alone']}"), Path.of("/etc/hosts"));

        assertThat(folder.resolve("volumes/kept")).isEmptyDirectory();
        assertThat(folder.resolve("work/a-1/volume-alone/link")).isSymbolicLink();
    }

    @Test
    void passwords_are_in_a_file_for_the_owner_alone_and_on_no_command_line() throws IOException {
        bundle.write(Map.of("process", config("{image: x}").get("process")));
        Path file = bundle.folder().resolve("config.json");
        var runc = new Runc(Path.of("/runc"), Path.of("/unshare"), folder.resolve("runtime"));

        assertThat(file).content().contains("WORD=s3cret");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(runc.start(bundle, image)).noneMatch(word -> word.contains("s3cret"));
        assertThat(runc.join(bundle, List.of("id")))
                .containsExactly("/runc", "--root", folder + "/runtime", "exec", "a-1", "id");
    }
}
