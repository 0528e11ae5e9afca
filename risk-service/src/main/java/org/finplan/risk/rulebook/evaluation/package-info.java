/**
 * All rules in force applied to all that an institution reported. What is plainly kept is told by an estimate with its greatest
 * error; all else is judged exactly. Pure: the same figures and rules give the same answer, whenever and wherever it runs.
 */
package org.finplan.risk.rulebook.evaluation;
