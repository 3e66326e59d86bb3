package dev.versus.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HarnessClassPathTest {

    @TempDir
    Path folder;

    @Test
    void a_jar_that_is_only_a_manifest_stands_for_what_it_names() throws IOException {
        Path classes = Files.createDirectories(folder.resolve("some classes"));
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classes.toUri() + " lib.jar");
        Path booter = folder.resolve("booter.jar");
        new JarOutputStream(Files.newOutputStream(booter), manifest).close();

        assertThat(HarnessClassPath.resolve(booter + File.pathSeparator + folder))
                .isEqualTo(String.join(
                        File.pathSeparator,
                        classes.toString(),
                        folder.resolve("lib.jar").toString(),
                        folder.toString()));
    }

    @Test
    void the_variable_is_named_after_the_system() {
        assertThat(HarnessClassPath.variables("my-shop")).containsOnlyKeys("MY_SHOP_CLASSPATH");
    }
}
