package dev.versus.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.versus.CacheFolder;
import dev.versus.InvalidInput;
import dev.versus.ShortCommand;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a package that is made here, so that no network is needed. */
class PythonPackagesIT {

    @TempDir
    Path folder;

    @BeforeEach
    void moveTheCache() {
        assumeTrue(OnPath.find("python3").isPresent(), "skipped: python3 is not on the PATH");
        System.setProperty(CacheFolder.PROPERTY, folder.resolve("cache").toString());
    }

    @AfterEach
    void moveTheCacheBack() {
        System.clearProperty(CacheFolder.PROPERTY);
    }

    @Test
    void two_at_once_both_end_with_a_whole_one_and_leave_nothing_beside_it() throws Exception {
        PythonPackages packages = pinned(sha256(wheel()));

        CompletableFuture<Boolean> other = CompletableFuture.supplyAsync(packages::install);
        packages.install();
        other.get();

        assertThat(ShortCommand.run(
                        List.of(packages.python().toString(), "-c", "import greeting; print(greeting.WORD)")))
                .hasValue("hello\n");
        assertThat(packages.install()).isFalse();
        assertThat(cached()).containsExactly(packages.home());
    }

    @Test
    void a_package_that_is_not_the_pinned_one_is_refused_and_leaves_nothing() throws Exception {
        wheel();
        PythonPackages packages = pinned("0".repeat(64));

        assertThatThrownBy(packages::install)
                .isInstanceOf(BuildFailed.class)
                .hasMessageContaining("'python -m pip install")
                .hasMessageContaining("DO NOT MATCH THE HASHES");
        assertThat(cached()).isEmpty();
    }

    @Test
    void another_pin_has_another_place() throws Exception {
        assertThat(pinned("0".repeat(64)).home())
                .isNotEqualTo(pinned("1".repeat(64)).home());
    }

    @Test
    void packages_without_hashes_are_refused() throws Exception {
        Path file = Files.writeString(folder.resolve("requirements.txt"), "greeting==1\n");

        assertThatThrownBy(() -> PythonPackages.pinnedBy(file).orElseThrow().install())
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("pins packages without hashes");
        assertThat(cached()).isEmpty();
    }

    @Test
    void a_module_planted_in_the_folder_of_the_run_is_not_imported() throws Exception {
        Path planted = Path.of("sysconfig.py").toAbsolutePath();
        Path ran = folder.resolve("ran");
        Files.writeString(planted, "open('" + ran + "', 'w'); raise SystemExit(1)\n");
        try {
            assertThat(pinned("0".repeat(64)).home()).doesNotExist();
        } finally {
            Files.delete(planted);
        }
        assertThat(ran).doesNotExist();
    }

    private PythonPackages pinned(String hash) throws IOException {
        Path file = folder.resolve("requirements.txt");
        Files.writeString(
                file,
                "greeting @ " + folder.resolve("greeting-1-py3-none-any.whl").toUri() + " --hash=sha256:" + hash);
        return PythonPackages.pinnedBy(file).orElseThrow();
    }

    private byte[] wheel() throws IOException {
        Path file = folder.resolve("greeting-1-py3-none-any.whl");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            add(zip, "greeting.py", "WORD = 'hello'\n");
            add(zip, "greeting-1.dist-info/METADATA", "Metadata-Version: 2.1\nName: greeting\nVersion: 1\n");
            add(zip, "greeting-1.dist-info/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n");
            add(zip, "greeting-1.dist-info/RECORD", "greeting.py,,\n");
        }
        return Files.readAllBytes(file);
    }

    private static void add(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }

    private List<Path> cached() throws IOException {
        Path cache = folder.resolve("cache");
        try (Stream<Path> entries = Files.list(cache)) {
            return entries.filter(entry -> !entry.endsWith(".building.lock")).toList();
        }
    }
}
