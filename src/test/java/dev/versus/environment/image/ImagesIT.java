package dev.versus.environment.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.versus.CacheFolder;
import dev.versus.InvalidInput;
import dev.versus.environment.HostProcesses;
import dev.versus.environment.Removal;
import dev.versus.environment.Run;
import dev.versus.environment.RunId;
import dev.versus.environment.StateFolder;
import dev.versus.environment.Ticker;
import dev.versus.system.Interpolation;
import dev.versus.system.ServiceDefinition;
import dev.versus.system.SystemDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(600)
class ImagesIT {

    @TempDir
    Path folder;

    private final DockerEngine engine = DockerEngine.ofUser();
    private final Images images = new Images(engine);

    @BeforeEach
    void requireEngine() {
        DockerEngine.Answer answer = engine.look();
        assumeTrue(answer.answers(), "SKIPPED, for " + answer.words() + ": ./versus provision docker images");
    }

    private ServiceDefinition service(String yaml) {
        try {
            Path compose = Files.writeString(folder.resolve("compose.yaml"), "services: {web: {" + yaml + "}}");
            return SystemDefinition.readFile(compose, List.of(), new Interpolation(Map.of()))
                    .service("web");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private ServiceDefinition built(String dockerfile) throws IOException {
        Files.writeString(folder.resolve("Dockerfile"), dockerfile);
        Files.writeString(folder.resolve("file"), "content");
        return service("build: ., image: 'versus-test/images:any'");
    }

    private void remove(Image image) {
        engine.ask(client ->
                client.removeImageCmd(image.reference()).withForce(true).exec());
    }

    private ServiceDefinition small() throws IOException {
        return built("""
                FROM scratch
                COPY file /folder/file
                ENV GREETING=hello=you
                USER 65534:65534
                WORKDIR /folder
                ENTRYPOINT ["/run"]
                CMD ["it"]
                STOPSIGNAL SIGQUIT
                """);
    }

    @Test
    void the_same_content_is_built_once_and_other_content_anew() throws IOException {
        ServiceDefinition service = small();
        images.present(service).ifPresent(this::remove);
        Image first = images.of(service);
        assertThat(first.reference()).startsWith("versus-test/images:");
        assertThat(images.of(service)).isEqualTo(first);
        assertThat(images.present(service)).contains(first);
        assertThat(images.kept()).anyMatch(kept -> kept.what().contains(first.reference()));

        Files.writeString(folder.resolve("file"), "other");
        Image second = images.of(service);
        assertThat(second.id()).isNotEqualTo(first.id());
        remove(first);
        remove(second);
    }

    @Test
    void an_image_says_how_its_program_is_run() throws IOException {
        Image image = images.of(small());
        assertThat(image.setup().entrypoint()).containsExactly("/run");
        assertThat(image.setup().command()).containsExactly("it");
        assertThat(image.setup().environment()).containsEntry("GREETING", "hello=you");
        assertThat(image.setup().user()).isEqualTo("65534:65534");
        assertThat(image.setup().workingDirectory()).isEqualTo("/folder");
        assertThat(image.setup().stopSignal()).contains("SIGQUIT");
        remove(image);
    }

    @Test
    void a_run_is_told_which_ports_an_official_image_listens_on() {
        Optional<Image> image = images.present(service("image: redis:8.2"));
        assumeTrue(
                image.isPresent(),
                "SKIPPED, for neither redis:8.2 nor one in its place is here: ./versus provision images");
        assertThat(image.get().setup().ports()).containsExactly(6379);
        assertThat(image.get().setup().volumes()).containsExactly("/data");
    }

    @Test
    void its_root_file_system_is_unpacked_once_and_whole() throws IOException {
        assumeTrue("root".equals(System.getProperty("user.name")), "SKIPPED: unpacking an image needs root");
        Image image = images.of(small());
        var run = Run.open(
                new StateFolder(folder.resolve("state")), RunId.random(new Random()), new HostProcesses().self());
        System.setProperty(CacheFolder.PROPERTY, folder.resolve("cache").toString());
        try {
            Path root = new RootFileSystem(engine).of(image, run);
            assertThat(root.resolve("folder/file")).hasContent("content");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root)))
                    .as("others reach no setuid program of an image")
                    .isEqualTo("rwx------");
            assertThat(new RootFileSystem(DockerEngine.at(URI.create("unix:///nowhere"))).of(image, run))
                    .isEqualTo(root);
            assertThat(RootFileSystem.kept()).hasSize(1);
            assertThat(folder.resolve("cache")).isDirectoryContaining(path -> path.equals(root));
            assertThat(folder.resolve("cache")).isDirectoryNotContaining(path -> !path.equals(root));
            assertThat(Removal.real(new HostProcesses(), Ticker.real()).of(run, List.of()))
                    .isTrue();
        } finally {
            System.clearProperty(CacheFolder.PROPERTY);
            remove(image);
        }
    }

    @Test
    void a_step_that_fails_is_told_with_what_it_said() throws IOException {
        ServiceDefinition service = built("""
                ARG BASE=debian
                FROM ${BASE}
                RUN echo the reason; exit 7
                """);
        assumeTrue(
                new Registry(engine).presentOrStandIn("debian").isPresent(),
                "SKIPPED, for there is no image of Debian here: ./versus provision images");
        assertThatThrownBy(() -> images.of(service))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("The image of 'web' cannot be built from " + folder)
                .hasMessageContaining("'RUN echo the reason; exit 7'")
                .hasMessageContaining("non-zero code: 7")
                .hasMessageContaining("last output: the reason");
    }

    @Test
    void an_image_that_nobody_has_is_told_before_anything_starts() {
        assertThatThrownBy(() -> images.of(service("image: 'localhost:1/versus/none:1'")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("localhost:1/versus/none:1 is not here and cannot be pulled")
                .hasMessageContaining("connection refused");
    }

    @Test
    void an_engine_that_is_not_there_is_told_with_how_to_start_it() {
        var nobody = DockerEngine.at(URI.create("unix://" + folder + "/none.sock"));
        assertThatThrownBy(() -> new Images(nobody).of(service("image: redis")))
                .isInstanceOf(EngineUnavailable.class)
                .hasMessageContaining("none.sock does not answer")
                .hasMessageContaining("./versus provision docker");
        assertThat(nobody.look().answers()).isFalse();
        assertThat(new Images(nobody).kept()).isEmpty();
    }
}
