/**
 * The plan packages (files below {@code org/finplan/platform/plan/<code>/}) and their reader. A plan is data: a further
 * package is loaded the same way, from the class path or from a directory.
 */
package org.finplan.platform.plan;
