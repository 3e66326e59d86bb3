package dev.versus.tutorial;

import static dev.versus.workload.FixedRequests.fixedRequests;
import static dev.versus.workload.Users.users;

import dev.versus.gatling.Versus;
import dev.versus.workload.FixedRequests;
import dev.versus.workload.Request;
import dev.versus.workload.Task;
import dev.versus.workload.Users;
import java.time.Duration;

/**
 * Compares a service time of 20 ms with one of 2 ms. Wrong: the throughput of users who think for 200 ms on average, which the think
 * time determines. Right: a closed loop without think time.
 *
 * <p>Look at the two ratios, and at the formula N/(R+Z): 20/(0.02+0.2) against 20/(0.002+0.2) is 0.92.
 */
public final class T04ThinkTime extends Versus {

    private static final Request QUICK = Request.get("/delay?ms=2");
    private static final Request SLOW = Request.get("/delay?ms=20");

    {
        var server = system("ruler").in(process());
        var quickForUsers = server.target("quick-users", "null-server").under(thinking(QUICK));
        var slowForUsers = server.target("slow-users", "null-server").under(thinking(SLOW));
        var quick = server.target("quick", "null-server").under(closedLoop(QUICK));
        var slow = server.target("slow", "null-server").under(closedLoop(SLOW));

        compare(quickForUsers, slowForUsers, quick, slow)
                .rounds(6)
                .claim(
                        "wrong: slow costs a tenth",
                        throughput(slowForUsers).relativeTo(quickForUsers).isAbout(0.9))
                .claim(
                        "right: slow costs nine tenths",
                        throughput(slow).relativeTo(quick).isAbout(0.1, 0.2));
    }

    private static Users thinking(Request request) {
        return users(20)
                .thinking(Duration.ofMillis(100), Duration.ofMillis(300))
                .during(Duration.ofSeconds(3))
                .doing(new Task(1, request));
    }

    private static FixedRequests closedLoop(Request request) {
        return fixedRequests(2000).concurrency(20).sending(request);
    }
}
