package dev.versus.environment.fingerprint;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Environment variables of a program that affect its speed. All others are left out, because they may hold secrets. */
final class Switches implements Trait {

    private static final List<String> TELLING = List.of(
            "PYTHONOPTIMIZE",
            "PYTHONDONTWRITEBYTECODE",
            "PYTHONMALLOC",
            "PYTHONHASHSEED",
            "PYTHONDEVMODE",
            "PYTHON_GIL",
            "PYTHON_JIT",
            "PYTHONUNBUFFERED",
            "PYTHONFAULTHANDLER",
            "MALLOC_ARENA_MAX",
            "LD_PRELOAD",
            "GUNICORN_CMD_ARGS",
            "WEB_CONCURRENCY",
            "FLASK_DEBUG",
            "QUART_DEBUG",
            "JAVA_TOOL_OPTIONS",
            "JDK_JAVA_OPTIONS",
            "_JAVA_OPTIONS",
            "GOMAXPROCS",
            "GOGC",
            "GOMEMLIMIT",
            "GODEBUG",
            "OMP_NUM_THREADS",
            "NODE_ENV",
            "NODE_OPTIONS",
            "UV_THREADPOOL_SIZE");

    @Override
    public Map<String, String> of(Inspected replica) {
        Map<String, String> values = new TreeMap<>();
        TELLING.forEach(name -> replica.variable(name).ifPresent(value -> values.put("switch." + name, value)));
        return values;
    }
}
