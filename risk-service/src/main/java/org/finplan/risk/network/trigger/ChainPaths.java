package org.finplan.risk.network.trigger;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.finplan.platform.events.LocalizedText;
import org.finplan.risk.network.graph.FirmGraph;
import org.finplan.risk.network.snapshot.JointGuarantees;
import org.finplan.risk.network.snapshot.NetworkContent;
import org.finplan.risk.network.structure.FirmPath;
import org.finplan.risk.network.structure.GuaranteeChains;
import org.finplan.risk.rule.FigureText;

/** Says on which paths others would be hit by the failure of a firm, the first few, with the amounts. */
final class ChainPaths {

    private static final int DEPTH = 3;
    private static final int MOST = 3;

    private final NetworkContent network;
    private final Map<String, String> names;
    private final FirmGraph hits;

    ChainPaths(NetworkContent network, Map<String, String> names) {
        this.network = network;
        this.names = names;
        this.hits = network.hits(JointGuarantees.WORST_CASE);
    }

    LocalizedText text(int firm) {
        List<FirmPath> paths = GuaranteeChains.of(hits, firm, DEPTH, MOST).paths();
        List<LocalizedText> texts = paths.stream()
                .filter(path -> path.firms().size() > 1)
                .limit(MOST)
                .map(this::text)
                .toList();
        if (texts.isEmpty()) {
            return new LocalizedText("无企业为其担保。", "No firm stands in for it.");
        }
        return new LocalizedText(
                "其违约将波及："
                        + String.join("；", texts.stream().map(LocalizedText::zh).toList()) + "。",
                "Its failure would hit: "
                        + String.join(
                                "; ", texts.stream().map(LocalizedText::en).toList()) + ".");
    }

    private LocalizedText text(FirmPath path) {
        StringBuilder zh = new StringBuilder(name(path.firms().get(0)));
        StringBuilder en = new StringBuilder(zh);
        for (int step = 0; step < path.amounts().size(); step++) {
            LocalizedText amount =
                    FigureText.of(BigDecimal.valueOf(path.amounts().get(step)), "CNY");
            String next = name(path.firms().get(step + 1));
            zh.append(" → ").append(next).append("（").append(amount.zh()).append("）");
            en.append(" → ").append(next).append(" (").append(amount.en()).append(")");
        }
        return new LocalizedText(zh.toString(), en.toString());
    }

    private String name(int firm) {
        String code = network.firms().get(firm).id();
        return names.getOrDefault(code, code);
    }
}
