package org.finplan.risk.network.snapshot;

import jakarta.annotation.Nullable;
import java.util.List;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.problem.ErrorCode;
import org.finplan.platform.problem.ErrorDefinition;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;

/** What can go wrong with a network. */
public enum NetworkError implements ErrorCode {
    /** It has more firms or edges than are taken. */
    TOO_LARGE(Code.TOO_LARGE, 413, "网络过大", "Network too large"),
    /** Too many failures would have to be worked out while the caller waits. */
    TOO_LARGE_TO_RANK(Code.TOO_LARGE_TO_RANK, 422, "网络过大，不能即时排序", "Network too large to be ranked at once"),
    /** Two firms have the same id. */
    DUPLICATE_FIRM(Code.DUPLICATE_FIRM, 422, "企业编号重复", "Firm named twice"),
    /** There is no such firm in the network. */
    UNKNOWN_FIRM(Code.UNKNOWN_FIRM, 422, "网络中没有该企业", "No such firm in the network"),
    /** A firm guarantees or owes itself. */
    SELF_EDGE(Code.SELF_EDGE, 422, "企业不得为自身担保或对自身负债", "Edge from a firm to itself"),
    /** A number is outside of what it may be. */
    OUT_OF_RANGE(Code.OUT_OF_RANGE, 422, "数值超出范围", "Number out of range"),
    /** Some firms have a weight and others have none. */
    WEIGHT_MISSING(Code.WEIGHT_MISSING, 422, "权重须全部给出或全部不给", "Weight of some firms missing"),
    /** The guarantors of a contract do not stand for the same borrower, one is named twice, or shares do not add up. */
    JOINT_CONTRACT(Code.JOINT_CONTRACT, 422, "共同担保合同自相矛盾", "Joint guarantee contradicts itself"),
    /** There is no such code. */
    UNKNOWN_CODE(Code.UNKNOWN_CODE, 422, "代码不存在", "No such code"),
    /** The method does not fit the kind of network. */
    NOT_APPLICABLE(Code.NOT_APPLICABLE, 422, "该方法不适用于此类网络", "Method does not fit this kind of network"),
    /** The method needs a figure that was not told of a firm. */
    FIGURE_MISSING(Code.FIGURE_MISSING, 422, "缺少该方法所需的数据", "Figure missing that the method needs"),
    /** There is no such edge in the network. */
    UNKNOWN_EDGE(Code.UNKNOWN_EDGE, 422, "网络中没有该边", "No such edge in the network");

    private final ErrorDefinition definition;

    NetworkError(String code, int status, String zh, String en) {
        this.definition = new ErrorDefinition(code, status, zh, en);
    }

    @Override
    public ErrorDefinition definition() {
        return definition;
    }

    /**
     * One place of a request is wrong.
     *
     * @param pointer where
     * @param value what was sent there, or null
     * @param accepted what would be accepted
     * @return the problem, to be thrown
     */
    public ProblemException at(String pointer, @Nullable String value, List<String> accepted) {
        LocalizedText text = value == null
                ? title()
                : new LocalizedText(title().zh() + "：" + value + "。", title().en() + ": " + value + ".");
        return new ProblemException(this, text, List.of(new ProblemError(pointer, value, code(), text, accepted)));
    }

    /** The codes as constants, for annotations. */
    public static final class Code {

        /** {@link NetworkError#TOO_LARGE}. */
        public static final String TOO_LARGE = "network-too-large";
        /** {@link NetworkError#TOO_LARGE_TO_RANK}. */
        public static final String TOO_LARGE_TO_RANK = "network-too-large-to-rank";
        /** {@link NetworkError#DUPLICATE_FIRM}. */
        public static final String DUPLICATE_FIRM = "duplicate-firm";
        /** {@link NetworkError#UNKNOWN_FIRM}. */
        public static final String UNKNOWN_FIRM = "unknown-firm";
        /** {@link NetworkError#SELF_EDGE}. */
        public static final String SELF_EDGE = "self-edge";
        /** {@link NetworkError#OUT_OF_RANGE}. */
        public static final String OUT_OF_RANGE = "network-number-out-of-range";
        /** {@link NetworkError#WEIGHT_MISSING}. */
        public static final String WEIGHT_MISSING = "weight-missing";
        /** {@link NetworkError#JOINT_CONTRACT}. */
        public static final String JOINT_CONTRACT = "joint-contract-contradicts";
        /** {@link NetworkError#UNKNOWN_CODE}. */
        public static final String UNKNOWN_CODE = "unknown-network-code";
        /** {@link NetworkError#NOT_APPLICABLE}. */
        public static final String NOT_APPLICABLE = "method-not-applicable";
        /** {@link NetworkError#FIGURE_MISSING}. */
        public static final String FIGURE_MISSING = "network-figure-missing";
        /** {@link NetworkError#UNKNOWN_EDGE}. */
        public static final String UNKNOWN_EDGE = "unknown-edge";

        private Code() {}
    }
}
