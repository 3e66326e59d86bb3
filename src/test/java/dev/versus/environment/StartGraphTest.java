package dev.versus.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.versus.system.Interpolation;
import dev.versus.system.ServiceDefinition;
import dev.versus.system.SystemDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartGraphTest {

    @TempDir
    Path folder;

    private final List<String> order = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger cancelled = new AtomicInteger();
    private SystemDefinition system;

    @BeforeEach
    void define() throws IOException {
        Path file = Files.writeString(folder.resolve("compose.yaml"), """
                services:
                  web: {image: x, depends_on: {db: {condition: service_healthy}, cache: {condition: service_started}}}
                  db: {image: x, healthcheck: {test: [CMD, 'true']}}
                  cache: {image: x}
                """);
        system = SystemDefinition.readFile(file, List.of(), new Interpolation(Map.of()));
    }

    private class Recorded implements StartGraph.Steps {
        @Override
        public void start(ServiceDefinition service) {
            order.add("start " + service.name());
        }

        @Override
        public void awaitReady(ServiceDefinition service) {
            order.add("ready " + service.name());
        }
    }

    private void run(StartGraph.Steps steps) {
        new StartGraph(steps, cancelled::incrementAndGet).run(system);
    }

    @Test
    void a_service_starts_when_what_it_depends_on_has_come_as_far_as_it_asks() {
        run(new Recorded());

        assertThat(order).containsSubsequence("start db", "ready db", "start web", "ready web");
        assertThat(order).containsSubsequence("start cache", "start web");
        assertThat(order).hasSize(6);
        assertThat(cancelled).hasValue(0);
    }

    @Test
    void a_service_is_not_waited_for_that_need_only_have_started() {
        var webStarted = new CountDownLatch(1);
        run(new Recorded() {
            @Override
            public void start(ServiceDefinition service) {
                super.start(service);
                if (service.name().equals("web")) {
                    webStarted.countDown();
                }
            }

            @Override
            public void awaitReady(ServiceDefinition service) {
                if (service.name().equals("cache")) {
                    await(webStarted);
                }
                super.awaitReady(service);
            }
        });
        assertThat(order).containsSubsequence("start web", "ready cache");
    }

    @Test
    void the_first_failure_cancels_the_others_and_is_thrown() {
        var broken = new Recorded() {
            @Override
            public void awaitReady(ServiceDefinition service) {
                throw new IllegalStateException(service.name() + " is broken");
            }
        };
        assertThatThrownBy(() -> run(broken))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageMatching("(db|cache) is broken");
        assertThat(order).doesNotContain("start web");
        assertThat(cancelled.get()).isPositive();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
