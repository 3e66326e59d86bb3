package dev.versus.environment.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.environment.Deployment;
import dev.versus.environment.RunningService;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class EndedContainerIT {

    private static final int TRIES = 100;

    @TempDir
    Path folder;

    @BeforeEach
    void assumeDocker() {
        Lab.assumeDocker();
    }

    @Test
    void a_container_that_is_killed_has_an_end_and_the_others_run() throws InterruptedException {
        Lab lab = new Lab(folder);
        try (Deployment deployment = lab.launch("services: {a: {SLEEP}, b: {SLEEP}}")) {
            RunningService killed = deployment.services().get(0);
            assertThat(deployment.end(killed)).isEmpty();
            String container = lab.madeBy(deployment.run()).stream()
                    .filter(name -> name.endsWith(killed.name()))
                    .findFirst()
                    .orElseThrow();
            lab.engine().ask(client -> client.killContainerCmd(container).exec());

            for (int tries = 0; tries < TRIES && deployment.end(killed).isEmpty(); tries++) {
                Thread.sleep(50);
            }
            assertThat(deployment.end(killed)).contains("ended with exit code 137");
            assertThat(deployment.end(deployment.services().get(1))).isEmpty();
        }
    }
}
