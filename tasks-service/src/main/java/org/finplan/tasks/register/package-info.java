/**
 * The registers that a plan asks for: of what a list is kept, through which stages. Which there are is data of the plan package;
 * this package finds them, the ones below it keep their entries, count them, assess them and load what the plan itself names.
 */
package org.finplan.tasks.register;
