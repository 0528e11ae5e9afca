package org.finplan.benchmarks.alerts;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.IntStream;

/** Guarantee companies that do not exist, another set for each run. Every name says that it is a sample. */
final class SampleInstitutions {

    /** The signs of a unified social credit code, and the weights of its check digit (GB 32100-2015). */
    private static final String SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final String NAME = "性能测试样本融资担保公司 ";
    private static final int DIGITS = 9;
    private static final String REGION = "441203";

    private SampleInstitutions() {}

    /**
     * Makes codes.
     *
     * @param run tells this run from others
     * @param count how many
     * @return codes with right check digits
     */
    static List<String> codes(long run, int count) {
        return IntStream.range(0, count)
                .mapToObj(each -> code((run + each) % (long) Math.pow(SIGNS.length(), DIGITS)))
                .toList();
    }

    private static String code(long number) {
        StringBuilder digits = new StringBuilder();
        for (long rest = number; digits.length() < DIGITS; rest /= SIGNS.length()) {
            digits.insert(0, SIGNS.charAt((int) (rest % SIGNS.length())));
        }
        String body = "91" + REGION + digits;
        int sum = IntStream.range(0, body.length())
                .map(place -> SIGNS.indexOf(body.charAt(place)) * WEIGHTS[place])
                .sum();
        return body + SIGNS.charAt((SIGNS.length() - sum % SIGNS.length()) % SIGNS.length());
    }

    static ObjectNode registration(String code) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("uscc", code)
                .put("name", NAME + code)
                .put("kind", "guarantee_commercial")
                .put("region", REGION)
                .put("status", "operating")
                .put("since", "2020-01-01");
    }

    /** {@return a report by which a company guarantees for its controlling shareholder, which a confirmed rule forbids} */
    static ObjectNode report(String code) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode item = body.putArray("items").addObject();
        item.put("institution", code).put("period", "2026-10");
        item.putObject("metrics")
                .put("total-assets", 60_000_000)
                .put("total-liabilities", 30_000_000)
                .put("net-assets", 30_000_000)
                .put("guarantee-liability-balance", 90_000_000)
                .put("controlling-shareholder-guarantee-count", 1);
        return body;
    }
}
