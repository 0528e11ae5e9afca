/** The registers that a plan asks for: of what a list is kept, through which stages, and what the plan itself names. */
package org.finplan.platform.plan.register;
