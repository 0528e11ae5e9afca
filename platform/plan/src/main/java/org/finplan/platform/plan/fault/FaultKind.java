package org.finplan.platform.plan.fault;

import java.util.Locale;
import org.finplan.platform.events.LocalizedText;

/** What can be wrong with a plan package, and how that is said. */
public enum FaultKind {
    MISSING_DIRECTORY("没有这个目录", "there is no such directory"),
    NO_DIRECTORY("这不是目录", "this is no directory"),
    MISSING_FILE("缺少必需的文件", "the file is missing, a package needs it"),
    EMPTY_FILE("文件是空的", "the file is empty"),
    UNKNOWN_FILE("套件没有这个文件", "a package has no such file"),
    NOT_A_FILE("不是普通文件", "this is no ordinary file"),
    OUTSIDE_DIRECTORY("符号链接指向套件目录之外，不予读取", "the link leads out of the directory, it is not followed"),
    UNREADABLE("无法读取文件", "the file cannot be read"),
    TOO_LARGE("文件太大", "the file is too large"),
    NOT_A_ZIP("不是 ZIP 文件", "this is no ZIP file"),
    UNSAFE_NAME("文件名不能含有 ../、反斜杠或绝对路径", "a name takes no ../, no backslash and no absolute path"),
    LINK_IN_ARCHIVE("压缩包中不能有符号链接", "an archive takes no links"),
    DUPLICATE_FILE("压缩包中有两个同名文件", "the archive has two files of this name"),
    TOO_MANY_FILES("压缩包中文件太多：%s", "the archive has too many files: %s"),
    TOO_COMPRESSED("压缩比异常，不予解压", "this is compressed more than any text is, it is not unpacked"),
    WRONG_ENCODING("文件编码是 %s", "the file is in %s"),
    NOT_UTF_8("不是 UTF-8 编码", "this is not UTF-8"),
    NOT_JSON("不是 JSON：%s", "this is no JSON: %s"),
    DUPLICATE_FIELD("同一对象中字段出现两次", "a field stands twice in one object"),
    TEXT_AFTER_JSON("JSON 之后还有内容", "something follows the JSON"),
    NOT_CSV("不是 CSV：%s", "this is no CSV: %s"),
    MISSING_COLUMN("缺少这一列", "the column is missing"),
    UNKNOWN_COLUMN("没有这一列", "there is no such column"),
    DUPLICATE_COLUMN("这一列出现两次", "the column stands twice"),
    ROW_LENGTH("这一行有 %s 格，表头有 %s 格", "the row has %s fields, the header %s"),
    MISSING_FIELD("缺少必填字段", "the field is missing"),
    UNKNOWN_FIELD("没有这个字段", "there is no such field"),
    WRONG_TYPE("类型不对：%s", "the type is wrong: %s"),
    UNKNOWN_VALUE("没有这个值：%s", "there is no such value: %s"),
    BLANK("内容为空", "the text is blank"),
    MALFORMED("写法不对：%s", "this is malformed: %s"),
    TOO_LONG("文字太长", "the text is too long"),
    TOO_FEW("列表不能为空", "the list may not be empty"),
    OUT_OF_RANGE("超出范围：%s", "this is out of range: %s"),
    BAD_CHARACTER("含有控制字符或残缺字符", "the text has a control character or half a character"),
    UNKNOWN_REFERENCE("引用了不存在的 %s", "this refers to %s, which is not there"),
    DUPLICATE_CODE("代码 %s 已经用过（%s）", "the code %s stands already at %s"),
    DUPLICATE_SDMX("SDMX 代码 %s 已属于 %s", "the SDMX code %s already belongs to %s"),
    TWO_SDMX_CODES("%s 已有另一个 SDMX 代码", "%s already has another SDMX code"),
    CYCLE("上级关系成环：%s", "what it lies in lies in itself: %s"),
    TOO_DEEP("层级太深", "this lies too deep"),
    PARENT_AFTER_CHILD("上级 %s 须排在前面", "its parent %s has to stand before it"),
    WRONG_NUMBER("序号应为 %s", "the number has to be %s"),
    YEAR_OUTSIDE_PLAN("%s 年不在规划期内", "the year %s lies outside the plan"),
    YEAR_AND_PERIOD("时期 %s 不在 %s 年结束", "the period %s does not end in %s"),
    BASELINE_AFTER_TARGET("基期须早于目标", "the baseline has to come before the target"),
    NUMBER_OR_BENCHMARK(
            "参照目标（lt_benchmark、ge_benchmark）须有 relative 而无 value，其他目标相反",
            "a benchmark (lt_benchmark, ge_benchmark) needs relative and no value, every other target the reverse"),
    UPPER_AND_BAND("between 须有 upper，其他比较方式不得有", "between needs upper, and nothing else takes it"),
    BAND_REVERSED("区间上限须大于下限", "the upper end of a band has to lie above the lower"),
    KIND_AND_COMPARATOR("种类 %s 的目标不能用 %s", "a target of the kind %s cannot be %s"),
    FIELD_OF_ANOTHER_KIND("种类 %s 的目标没有这个字段", "a target of the kind %s has no such field"),
    CUMULATIVE_OF_A_STATE(
            "累计目标只用于全年流量，或以百分比表示的年度变化（accumulate 为 compound）",
            "only amounts of a year add up, or changes of a year in percent with accumulate: compound"),
    SPAN_OF_YEARS("累计目标的时期须为规划期内的完整年份", "a cumulative target is of whole years of the plan"),
    PERIOD_OF_YEARS("只有累计目标（kind 为 cumulative）的时期可跨年：%s", "only a cumulative target is of several years: %s"),
    QUALITATIVE_OF_A_NUMBER(
            "定性目标没有数字：单位须为 other 类，计量性质须为 rank",
            "a qualitative target has no number: its unit is of the kind other, its measure rank"),
    LEAF_AND_LEVEL(
            "measure 之下不得有节点；没有下级的节点须为 measure（领域可暂无下级）",
            "nothing lies below a measure, and what has nothing below it is one, or an area that is still empty"),
    BROKEN_PROFILE(
            "累计进度须逐年前进，末年等于目标",
            "what comes together by the end of a year goes on from year to year, to the target in the last"),
    DUPLICATE_YEAR("%s 年已有目标", "the year %s has a target already"),
    DIRECTION_AND_COMPARATOR("方向 %s 与比较方式 %s 矛盾", "the direction %s contradicts the comparator %s"),
    COMPARATOR_OF_NO_TARGET("目标不能用 %s", "a target cannot be %s"),
    DUPLICATE_TARGET("同一序列、地区、年份和条款已有目标（%s）", "a target of this series, region, year and clause stands already at %s"),
    GROWTH_WITHOUT_NUMBERS("增速须有 min 和 max", "the growth needs min and max"),
    GROWTH_WITH_NUMBERS("relative 的增速没有数字", "a relative growth has no numbers"),
    GROWTH_REVERSED("max 不得小于 min", "max may not lie below min"),
    TWO_MEASURES("计量性质与指标自身的 %s 不同", "the indicator itself says %s"),
    PLAN_COPY_DIFFERS("与 indicators.json 的 plan 不一致", "this differs from the plan of indicators.json"),
    SUCCESSION("接替须在停用当年或之后：%s", "a successor starts in the year in which the code ends, or later: %s"),
    NO_CITY("没有本市：每个地区都属于另一个地区", "there is no city: every region lies in another one"),
    TWO_CITIES("只能有一个不属于其他地区的地区；已有 %s", "only one region lies in no other; there is %s already"),
    HOLIDAY_REVERSED("假期最后一天须不早于第一天：%s", "a holiday does not end before it begins: %s"),
    WORKING_DAY(
            "%s 不属于这一年、重复放假、既放假又上班，或调休上班日不是周末",
            "%s is of another year, off twice, both off and worked, or a make-up day that is no day of a weekend"),
    NAME_OF_ENTRY(
            "条目须且只能有一个名称：name_zh、organisation 或 system", "an entry has one name: name_zh, organisation or system"),
    FIELD_AND_TYPE(
            "类型 %s 的字段：number 须有 unit，code 须有 choices，entry 须有 register，其他不得有；只有单个数字可合计；套件条目不能填 entry",
            "of a field of the type %s: number needs unit, code needs choices, entry needs register, and nothing else takes"
                    + " them; only a single number is counted; no entry of a package fills an entry field"),
    DEFINITIONS_OVERLAP("与口径 %s 同日起用", "the definition %s is in force since the same day"),
    NO_NEIGHBOURS("不是紧接 %s 之后的口径", "this is not the definition that follows %s"),
    FACTOR_AND_LINKED(
            "linked 须有 factor 或 overlap，其他不得有", "linked needs factor or overlap, and nothing else takes them"),
    DEFINITIONS_CONTRADICT("另一规划对 %s 的口径另有定义", "another plan defines %s otherwise"),
    REGION_OF_ANOTHER_CITY("地区 %s 属于另一城市 %s", "the region %s lies in another city, %s"),
    DUPLICATE_PLAN("规划代码 %s 已属于 %s", "the plan code %s already belongs to %s");

    private final String zh;
    private final String en;

    FaultKind(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /** {@return the code of the fault} */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    LocalizedText message(Object... arguments) {
        return new LocalizedText(String.format(Locale.ROOT, zh, arguments), String.format(Locale.ROOT, en, arguments));
    }
}
