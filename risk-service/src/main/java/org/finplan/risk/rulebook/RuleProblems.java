package org.finplan.risk.rulebook;

import java.util.List;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.problem.ErrorCode;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;
import org.finplan.risk.rulebook.content.RuleError;

/** The problems of what is refused about rules. */
final class RuleProblems {

    private RuleProblems() {}

    static ProblemException notFound(String code, List<String> known) {
        LocalizedText text = new LocalizedText("没有规则 " + code + "。", "There is no rule " + code + ".");
        return problem(WebError.NOT_FOUND, "path:code", code, text, known);
    }

    static ProblemException unknownRule(String code, List<String> known) {
        LocalizedText text = new LocalizedText(
                "没有按限额判断的现行规则 " + code + "。", "There is no rule " + code + " in force that judges by a limit.");
        return problem(RuleError.UNKNOWN_RULE, "/rule", code, text, known);
    }

    static ProblemException unknownClass(String loanClass, List<String> known) {
        LocalizedText text =
                new LocalizedText("该规则没有贷款类别 " + loanClass + "。", "The rule has no loan class " + loanClass + ".");
        return problem(RuleError.INVALID, "/loanClass", loanClass, text, known);
    }

    static ProblemException unknownRegion(String region, List<String> known) {
        LocalizedText text = new LocalizedText("没有地区 " + region + "。", "There is no region " + region + ".");
        return problem(RuleError.INVALID, "/region", region, text, known);
    }

    /** The limit names an institution and another region. */
    static ProblemException otherRegion(String region, String own) {
        LocalizedText text = new LocalizedText("该机构属于地区 " + own + "。", "The institution is of the region " + own + ".");
        return problem(RuleError.INVALID, "/region", region, text, List.of(own));
    }

    /** The rule does not judge institutions of that kind. */
    static ProblemException otherKind(String institution, String kind, List<String> rules) {
        LocalizedText text = new LocalizedText(
                "该规则不适用于 " + kind + " 类机构。", "The rule does not judge institutions of the kind " + kind + ".");
        return problem(RuleError.INVALID, "/institution", institution, text, rules);
    }

    static ProblemException looser(String limit, String own, String sign) {
        LocalizedText text = new LocalizedText(
                "地方限额 " + limit + " 宽于规则的限额 " + own + "，地方规定只能更严。",
                "The local limit " + limit + " is looser than the rule's " + own + "; it can only be stricter.");
        return problem(RuleError.OVERRIDE_LOOSER, "/limit", limit, text, List.of(sign + " " + own));
    }

    static ProblemException isOpen(RuleVersion open) {
        LocalizedText text = new LocalizedText(
                "第 %d 版尚处于 %s 状态，先发布或废止它。"
                        .formatted(open.version(), open.state().code()),
                "Version %d is %s still: publish or retire it first."
                        .formatted(open.version(), open.state().code()));
        return problem(RuleError.NOT_ALLOWED, "/code", open.code(), text, List.of(":publish", ":retire"));
    }

    static ProblemException unreadable(RuleVersion version) {
        LocalizedText text = new LocalizedText(
                "第 %d 版的存储内容无法读取，请编写并发布新版本。".formatted(version.version()),
                "What is stored of version %d cannot be read: write and publish the next version."
                        .formatted(version.version()));
        return problem(RuleError.NOT_ALLOWED, "path:code", version.code(), text, List.of("POST /api/v1/rules"));
    }

    static ProblemException notAllowed(String code, RuleState wanted, List<RuleVersion> versions) {
        String states = versions.isEmpty() ? "–" : versions.get(0).state().code();
        LocalizedText text = new LocalizedText(
                "规则 %s 最新版本处于 %s 状态，不能变为 %s。".formatted(code, states, wanted.code()),
                "The newest version of %s is %s and cannot become %s.".formatted(code, states, wanted.code()));
        return problem(
                RuleError.NOT_ALLOWED,
                "",
                wanted.code(),
                text,
                wanted.before().stream().map(RuleState::code).toList());
    }

    private static ProblemException problem(
            ErrorCode code, String pointer, String value, LocalizedText text, List<String> accepted) {
        return new ProblemException(code, text, List.of(new ProblemError(pointer, value, code.code(), text, accepted)));
    }
}
