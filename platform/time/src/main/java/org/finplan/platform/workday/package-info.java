/**
 * Working days: which day is one, by the yearly notices of public holidays and make-up working days (调休), and counting in them.
 */
package org.finplan.platform.workday;
