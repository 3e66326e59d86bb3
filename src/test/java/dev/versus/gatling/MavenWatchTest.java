package dev.versus.gatling;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MavenWatchTest {

    private static Process java(String... arguments) throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String[] command = new String[arguments.length + 1];
        command[0] = java;
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        return new ProcessBuilder(command).start();
    }

    @Test
    void tellsMavenFromOtherProcessesByItsClassLoader() throws Exception {
        Process maven = java("-cp", "/opt/maven/boot/plexus-classworlds-2.9.0.jar", "Nothing");
        boolean seen = MavenWatch.isMaven(maven.toHandle());
        Process other = java("-version");
        assertThat(MavenWatch.isMaven(other.toHandle())).isFalse();
        assertThat(maven.waitFor()).isNotZero();
        assertThat(seen).isTrue();
        assertThat(other.waitFor()).isZero();
    }

    @Test
    void endsTheRunOnceMavenIsGone() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        Process maven = java("-version");
        MavenWatch.whenGone(maven.toHandle(), ended::countDown);
        assertThat(ended.await(30, TimeUnit.SECONDS)).isTrue();
    }
}
