package dev.versus.environment.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.environment.Deployment;
import dev.versus.environment.RunId;
import dev.versus.environment.fixture.Owner;
import dev.versus.environment.fixture.Traces;
import dev.versus.environment.image.DockerEngine;
import dev.versus.environment.image.RunLabels;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a killed owner leaves goes at the next start, and nothing else does. */
@Timeout(180)
class TeardownIT {

    private static final String YAML = """
            services:
              web: {WEB, ports: ['8080'], volumes: ['data:/data']}
              other: {SLEEP, networks: [default, back]}
            networks: {back: {internal: true}}
            volumes: {data: {}}
            """;

    /** Two containers, two networks, and a volume. */
    private static final int ALL = 5;

    @TempDir
    Path folder;

    private Lab lab;

    @BeforeEach
    void open() {
        Lab.assumeDocker();
        lab = new Lab(folder);
    }

    /** Launches for as long as it lives, in a JVM of its own that a test can kill. */
    static final class Launching {

        private Launching() {}

        public static void main(String[] arguments) throws IOException, InterruptedException {
            Path folder = Path.of(arguments[0]);
            Owner.hold(new Lab(folder).launch(YAML), folder);
        }
    }

    @Test
    void what_a_killed_owner_left_goes_at_the_next_start_and_nothing_else_does() throws Exception {
        DockerEngine engine = lab.engine();
        Owner owner = Owner.start(Launching.class, folder);
        RunId orphaned = owner.awaitUp();
        owner.kill();
        assertThat(lab.madeBy(orphaned)).hasSize(ALL);
        String lookAlike = "versus-" + orphaned.value().substring(1) + "x-web-1";
        plant(engine, lookAlike);
        try (Deployment bystander = lab.launch("services: {next: {SLEEP}}")) {
            assertThat(lab.madeBy(orphaned)).isEmpty();
            assertThat(Traces.cgroups(orphaned)).isEmpty();
            assertThat(lab.madeBy(bystander.run())).hasSize(2);
            assertThat(lab.leftovers()).hasSize(1);
            assertThat(lab.labelled("foreign")).hasSize(3).allMatch(name -> name.equals(lookAlike));
        } finally {
            uproot(engine, lookAlike);
        }
    }

    /** Somebody else's container, network and volume, by a name that looks like one of ours. */
    private static void plant(DockerEngine engine, String name) {
        Map<String, String> label = Map.of("foreign", "yes", RunLabels.RUN + "s", "other");
        engine.ask(client -> {
            client.createVolumeCmd().withName(name).withLabels(label).exec();
            client.createNetworkCmd().withName(name).withLabels(label).exec();
            String image = client.listImagesCmd().exec().get(0).getId();
            return client.createContainerCmd(image)
                    .withName(name)
                    .withLabels(label)
                    .withCmd("true")
                    .exec();
        });
    }

    private static void uproot(DockerEngine engine, String name) {
        engine.ask(client -> {
            client.removeContainerCmd(name).withForce(true).exec();
            client.removeNetworkCmd(name).exec();
            return client.removeVolumeCmd(name).exec();
        });
    }

    @Test
    void an_owner_that_is_asked_to_end_takes_its_run_down() throws Exception {
        Owner owner = Owner.start(Launching.class, folder);
        RunId run = owner.awaitUp();
        assertThat(lab.madeBy(run)).hasSize(ALL);

        assertThat(owner.endsWhenAsked()).isTrue();
        assertThat(lab.madeBy(run)).isEmpty();
        assertThat(Traces.cgroups(run)).isEmpty();
        assertThat(lab.leftovers()).isEmpty();
    }

    @Test
    void closing_twice_is_closing_once_and_what_is_gone_already_is_no_trouble() {
        Deployment deployment = lab.launch("services: {web: {SLEEP}}");
        List<String> made = lab.madeBy(deployment.run());
        String container =
                made.stream().filter(name -> name.endsWith("web-1")).findFirst().orElseThrow();
        lab.engine()
                .ask(client ->
                        client.removeContainerCmd(container).withForce(true).exec());
        deployment.close();
        deployment.close();
        assertThat(lab.madeBy(deployment.run())).isEmpty();
        assertThat(lab.leftovers()).isEmpty();
    }
}
