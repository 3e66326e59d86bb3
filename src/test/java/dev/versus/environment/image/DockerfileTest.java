package dev.versus.environment.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DockerfileTest {

    private static final Dockerfile STAGES = new Dockerfile("""
            ARG BASE=python:3.14-slim
            ARG TAG="8.2"
            FROM --platform=linux/amd64 ${BASE} AS build
            ARG TAG=9
            RUN make
            from redis:$TAG
            COPY --from=build /a /a
            FROM build AS last
            FROM scratch
            FROM ${NONE:-debian}
            """);

    @Test
    void bases_are_what_stages_stand_upon_and_neither_stages_nor_nothing() {
        assertThat(STAGES.bases(Map.of())).containsExactly("python:3.14-slim", "redis:8.2", "debian");
    }

    @Test
    void arguments_that_are_given_win() {
        assertThat(STAGES.bases(Map.of("BASE", "pypy", "TAG", "7"))).containsExactly("pypy", "redis:7", "debian");
    }

    @Test
    void an_argument_that_was_not_declared_is_empty() {
        assertThat(new Dockerfile("FROM a${OTHER}\n").bases(Map.of("OTHER", "b")))
                .containsExactly("a");
    }

    @Test
    void other_bases_and_a_preamble_change_nothing_else() {
        Dockerfile changed = STAGES.upon(Map.of(), base -> "own/" + base, List.of("ARG CERT=/c"));
        assertThat(changed.text()).isEqualTo("""
                ARG BASE=python:3.14-slim
                ARG TAG="8.2"
                FROM --platform=linux/amd64 own/python:3.14-slim AS build
                ARG CERT=/c
                ARG TAG=9
                RUN make
                from own/redis:8.2
                ARG CERT=/c
                COPY --from=build /a /a
                FROM build AS last
                FROM scratch
                FROM own/debian
                ARG CERT=/c
                """);
    }
}
