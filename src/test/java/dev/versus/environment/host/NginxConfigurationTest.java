package dev.versus.environment.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.system.Interpolation;
import dev.versus.system.ServiceDefinition;
import dev.versus.system.SystemDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NginxConfigurationTest {

    private static final String TEXT = """
            user nginx;
            pid /tmp/nginx.pid;
            http {
              proxy_temp_path /tmp/proxy;
              upstream gateways { server api-gateway:8080 max_fails=3; }
              server { listen 8080 reuseport; listen [::]:8080; listen 9090; }
            }
            """;

    @TempDir
    Path folder;

    private ServiceDefinition balancer;

    @BeforeEach
    void read() throws IOException {
        Path file =
                Files.writeString(folder.resolve("compose.yaml"), "services: {lb: {image: nginx, expose: ['8080']}}");
        balancer = SystemDefinition.readFile(file, List.of(), new Interpolation(Map.of()))
                .service("lb");
    }

    @Test
    void on_a_shared_address_it_listens_at_its_own_port_alone() {
        var replica = new Replica(balancer, 1, Endpoint.loopback(Map.of(8080, 23_817)));

        assertThat(new NginxConfiguration(TEXT).at(replica, site(), Path.of("/run/lb-1")))
                .isEqualTo("""
                user nginx;
                pid /run/lb-1/nginx.pid;
                http {
                  proxy_temp_path /run/lb-1/proxy;
                  upstream gateways { server api-gateway:8080 max_fails=3; }
                  server { listen 127.0.0.1:23817 reuseport;  listen 9090; }
                }
                """);
    }

    @Test
    void on_an_address_of_its_own_only_its_files_move() {
        var replica = new Replica(balancer, 1, new Endpoint("10.1.0.2", true, Map.of(8080, 8080)));

        assertThat(new NginxConfiguration(TEXT).at(replica, site(), Path.of("/run/lb-1")))
                .isEqualTo(TEXT.replace("/tmp/", "/run/lb-1/"));
    }

    @Test
    void the_workers_of_root_stay_root_unless_they_are_told_otherwise() {
        var replica = new Replica(balancer, 1, Endpoint.loopback(Map.of()));
        String withoutUser = TEXT.replace("user nginx;\n", "");

        assertThat(new NginxConfiguration(withoutUser).at(replica, site(), folder))
                .startsWith(Superuser.isRunning() ? "user root;\npid" : "pid");
    }

    private static Site site() {
        return service -> List.of();
    }
}
