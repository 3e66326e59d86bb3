package dev.versus.environment.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.ContainerConfig;
import com.github.dockerjava.api.model.HealthCheck;
import dev.versus.environment.image.DockerEngine;
import dev.versus.environment.image.EngineUnavailable;
import dev.versus.system.Healthcheck;
import java.util.List;

/**
 * Description of the probe of a replica that never became ready: the test or port, and whether the Compose file or the image names it.
 *
 * @param imageTest the health check of the image, which is not run; empty if it has none
 */
record Unready(ContainerReplica replica, List<String> imageTest) {

    Unready {
        imageTest = List.copyOf(imageTest);
    }

    static Unready of(ContainerReplica replica, DockerEngine engine) {
        try {
            return new Unready(
                    replica, engine.ask(client -> test(client, replica.image().id())));
        } catch (DockerException | EngineUnavailable silent) {
            return new Unready(replica, List.of());
        }
    }

    private static List<String> test(DockerClient client, String image) {
        ContainerConfig config = client.inspectImageCmd(image).exec().getConfig();
        HealthCheck check = config == null ? null : config.getHealthcheck();
        List<String> test = check == null ? null : check.getTest();
        return test == null || test.equals(List.of("NONE")) ? List.of() : test;
    }

    /** Returns the words that follow the waiting time in the message. */
    String words() {
        Healthcheck check = replica.service().healthcheck();
        return check == null
                ? byPort() + byImage()
                : "; the healthcheck of its Compose file ran '" + String.join(" ", check.test()) + "'";
    }

    private String byPort() {
        String whose = replica.service().declaredPorts().isEmpty()
                ? ", which its image names; if it listens elsewhere, or nowhere, give it a healthcheck in the Compose file"
                : " of its Compose file";
        return replica.firstPort()
                .map(port -> "; without a healthcheck it was asked for a connection at the port " + port + whose)
                .orElse("");
    }

    private String byImage() {
        return imageTest.isEmpty()
                ? ""
                : "; the health check of its image, '" + String.join(" ", imageTest)
                        + "', is not run: the Compose file can name it as a healthcheck";
    }
}
