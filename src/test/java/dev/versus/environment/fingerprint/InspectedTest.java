package dev.versus.environment.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.linux.FakeHost;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectedTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private FakeHost host;

    @SuppressWarnings("NullAway.Init")
    private FakeDeployment deployment;

    @BeforeEach
    void onAMachine() {
        host = FakeHost.ofVersion2(folder);
        deployment = new FakeDeployment(host);
    }

    @Test
    void looksPastProgramsThatOnlyStartOthers() {
        deployment.running("/opt/x/dash", "sh", "-c", "python app.py").file("task/20/children", "21 ");
        host.link(21, "exe", "/opt/x/python3.11").write("proc/21/cmdline", "python\0app.py\0");
        Inspected inspected = deployment.inspected();
        assertThat(inspected.pid()).isEqualTo(21);
        assertThat(inspected.program()).isEqualTo("python");
        assertThat(inspected.command()).containsExactly("python", "app.py");
    }

    @Test
    void namesAProgramAsItIsNamedWithinItsRoot() {
        deployment.running("/var/lib/roots/a/opt/x/nginx", "nginx").link("root", "/var/lib/roots/a");
        assertThat(deployment.inspected().executable()).isEqualTo("/opt/x/nginx");
    }

    @Test
    void namesAProgramOfAnotherUserByItsFirstWord() {
        host.write("proc/20/cmdline", "nginx: master process nginx -g daemon off;\0");
        assertThat(deployment.inspected().program()).isEqualTo("nginx");
    }

    @Test
    void namesAProgramWithoutItsVersion() {
        deployment.running("/x/redis-server-6.2.6-v5-linux-amd64 (deleted)", "redis-server");
        assertThat(deployment.inspected().program()).isEqualTo("redis-server");
    }

    @Test
    void takesTheCommandAsItWasWhereATitleStandsOverIt() {
        deployment.running("/opt/x/redis-check-rdb", "redis-server", "--save", "");
        host.write("proc/20/cmdline", "/usr/bin/redis-server 127.0.0.1:6379\0");
        assertThat(deployment.inspected().command()).containsExactly("redis-server", "--save", "");
        assertThat(deployment.inspected().program()).isEqualTo("redis-server");
    }

    @Test
    void knowsNothingOfAProcessThatIsGone() {
        Inspected gone = deployment.inspected();
        assertThat(gone.program()).isEmpty();
        assertThat(gone.variable("PATH")).isEmpty();
        assertThat(new Identity().of(gone)).isEmpty();
        assertThat(new ResourceLimits().of(gone)).isEmpty();
        assertThat(new Isolation().of(gone)).isEmpty();
    }

    @Test
    void whatDiffersFromLaunchToLaunchDoesNotShow() {
        Normal normal = new Normal(deployment.run());
        assertThat(normal.of("-Dupstream=http://127.0.0.1:40123/x -Ddir=/tmp/run-a1b2c3d4/work"))
                .isEqualTo("-Dupstream=http://<address>/x -Ddir=/tmp/run-<run>/work");
        assertThat(normal.of("http://redis:6379 glibc 2.36  14.19.0"))
                .isEqualTo("http://redis:<port> glibc 2.36 14.19.0");
        assertThat(normal.of("-Xmx128m 1.22.1 25.0.3+9-LTS")).isEqualTo("-Xmx128m 1.22.1 25.0.3+9-LTS");
    }
}
