package org.finplan.indicators.expression;

import org.finplan.platform.events.LocalizedText;

/**
 * Why a formula has no value.
 *
 * @param reason the kind of gap
 * @param alias the reference that has no value, or null when the arithmetic has none
 * @param place where it has none
 * @param column where it stands in the formula
 */
public record Missing(Reason reason, String alias, Place place, int column) {

    /** Kinds of gaps. */
    public enum Reason {
        /** No figure is known. */
        NO_FIGURE("no-figure", "没有数据", "There is no figure"),
        /** Only a figure that was itself computed from figures of the plan is known. */
        ONLY_IMPLIED("only-implied", "只有由规划其他数字推算的数据", "There is only a figure computed from others of the plan"),
        /** The figure has another unit than the series. */
        OTHER_UNIT("other-unit", "数据的计量单位不同", "The figure has another unit"),
        /** A divisor is zero. */
        DIVISION_BY_ZERO("division-by-zero", "除数为零", "A divisor is zero"),
        /** A step of the arithmetic leaves the bounds of numbers. */
        OUT_OF_BOUNDS("out-of-bounds", "计算结果超出范围", "A number is out of bounds"),
        /** The region has no regions inside. */
        NO_CHILDREN("no-children", "该地区没有下级地区", "The region has no regions inside");

        private final String code;
        private final LocalizedText text;

        Reason(String code, String zh, String en) {
            this.code = code;
            this.text = new LocalizedText(zh, en);
        }

        /** {@return the name on the wire} */
        public String code() {
            return code;
        }

        /** {@return the gap in both languages} */
        public LocalizedText text() {
            return text;
        }
    }
}
