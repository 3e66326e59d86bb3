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
              access_log off; client_body_temp_path /tmp/b; fastcgi_temp_path /tmp/f; uwsgi_temp_path /tmp/u; scgi_temp_path /tmp/s;
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
                  access_log off; client_body_temp_path /run/lb-1/b; fastcgi_temp_path /run/lb-1/f; uwsgi_temp_path /run/lb-1/u; \
                scgi_temp_path /run/lb-1/s;
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
    void what_it_would_write_to_folders_of_root_it_writes_to_its_own() {
        var replica = new Replica(balancer, 1, Endpoint.loopback(Map.of()));
        String text = "events {}\nhttp { server { listen 80; } }";

        assertThat(new NginxConfiguration(text).at(replica, site(), Path.of("/run/lb-1")))
                .isEqualTo("""
                pid /run/lb-1/nginx.pid;
                events {}
                http {
                  access_log /run/lb-1/access_log;
                  client_body_temp_path /run/lb-1/client_body_temp_path;
                  proxy_temp_path /run/lb-1/proxy_temp_path;
                  fastcgi_temp_path /run/lb-1/fastcgi_temp_path;
                  uwsgi_temp_path /run/lb-1/uwsgi_temp_path;
                  scgi_temp_path /run/lb-1/scgi_temp_path; server { listen 80; } }""");
    }

    private static Site site() {
        return service -> List.of();
    }
}
