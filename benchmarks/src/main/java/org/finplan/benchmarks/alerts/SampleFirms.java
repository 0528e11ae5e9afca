package org.finplan.benchmarks.alerts;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.HttpURLConnection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.finplan.platform.devstack.client.Answer;
import org.finplan.platform.devstack.client.GatewayClient;

/**
 * Factoring firms that do not exist. Each reports its risk reserve, by turns below the statutory 1 % of its factoring and above it, so
 * that every report raises, ends or brings back its alert. All of it is a sample and says so.
 */
final class SampleFirms {

    private static final String REPORTER = "city-officer";
    private static final String REGION = "441203";
    private static final String PERIOD = "2025-12";
    private static final String TITLE = "性能测试样本，并非真实数据 / sample of a benchmark, not a real figure";
    private static final int BALANCE = 100_000_000;
    private static final int FAR_ABOVE = 50_000_000;
    private static final int FAR_BELOW = 1_000;

    private final GatewayClient gateway;
    private final List<String> codes = new ArrayList<>();
    /** No two runs report the same value, which would be no news. */
    private final long run = Instant.now().getEpochSecond() % FAR_BELOW;

    SampleFirms(GatewayClient gateway, int count) {
        this.gateway = gateway;
        for (int i = 0; i < count; i++) {
            codes.add("91441203MABENCH%03d".formatted(i));
        }
    }

    /** {@return the code of the firm whose turn it is} */
    String of(int post) {
        return codes.get(post % codes.size());
    }

    /** Registers those that are not there, and lets each keep its limit, so that the first report that is measured breaks it. */
    void prepare() {
        for (int i = 0; i < codes.size(); i++) {
            Answer registered = gateway.post(REPORTER, "/api/v1/institutions", firm(codes.get(i)));
            if (!registered.successful() && registered.status() != HttpURLConnection.HTTP_CONFLICT) {
                throw new IllegalStateException("Refused: " + registered.status() + " " + registered.body());
            }
            post(codes.get(i), FAR_ABOVE + run);
        }
    }

    /**
     * Reports for the firm whose turn it is.
     *
     * @param post number of the report, from 0
     */
    void report(int post) {
        int round = post / codes.size();
        post(of(post), (round % 2 == 0 ? FAR_BELOW : FAR_ABOVE) * 2L + FAR_BELOW + run + round);
    }

    private void post(String code, long reserve) {
        ObjectNode report = JsonNodeFactory.instance.objectNode();
        ObjectNode item = report.putArray("items").addObject();
        item.put("institution", code).put("period", PERIOD).put("reason", TITLE);
        item.putObject("metrics").put("risk-reserve", reserve).put("financing-factoring-balance", BALANCE);
        Answer answer = gateway.post(REPORTER, "/api/v1/institution-reports", report);
        if (!answer.successful()) {
            throw new IllegalStateException("Refused: " + answer.status() + " " + answer.body());
        }
    }

    private static ObjectNode firm(String code) {
        ObjectNode firm = JsonNodeFactory.instance.objectNode();
        return firm.put("uscc", code)
                .put("name", TITLE)
                .put("kind", "factoring")
                .put("region", REGION)
                .put("status", "operating")
                .put("since", "2020-01-01")
                .put("usccException", TITLE);
    }
}
