package org.finplan.risk.ownership;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.platform.events.LocalizedText;

/**
 * Which links make a holder and what it holds one group.
 *
 * @param code its code
 * @param version its version
 * @param name its name
 * @param shareOver shares of more than so many percent do
 * @param natures links of these natures do, whatever the shares
 * @param source where that is from
 * @param sourceStatus confirmed when the text was seen, else unconfirmed
 */
@Schema(name = "GroupRule")
record GroupRule(
        String code,
        int version,
        LocalizedText name,
        BigDecimal shareOver,
        List<String> natures,
        LocalizedText source,
        String sourceStatus) {

    boolean ties(Nature nature, BigDecimal share) {
        return natures.contains(nature.code()) || (share != null && share.compareTo(shareOver) > 0);
    }

    GroupRule with(BigDecimal other) {
        return new GroupRule(code, version, name, other, natures, source, sourceStatus);
    }
}
