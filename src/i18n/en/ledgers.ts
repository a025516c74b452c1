/** Words of the improvement ledger and the win-back tracker. */
export const ledgers = {
  "ledger.problems":
    "{kpis} measures miss their targets and {reasons} complaint reasons of {month} ask for a change: each has a line below, waiting for a cause, an action, an owner and a day.",
  "ledger.problemsNoTickets":
    "{kpis} measures miss their targets: each has a line below, waiting for a cause, an action, an owner and a day.",
  "ledger.noProblem": "No measure misses its target.",
  "ledger.winBackResult":
    "Of {settled} attempts to win somebody back whose {days} days are over, {won} were won: {rate} (90% interval {low} to {high}); {pending} are still running.",
  "ledger.winBackNone": "No attempt to win somebody back has run its {days} days yet.",
  "ledger.winBackNoLog":
    "There is no win-back log. A sheet “{sheet}” with customer id, day given up, reason, action, owner, due day and result would bring the tracker.",
  "ledger.costPerWin":
    "One win-back cost {cost}: {touches} of touches and {discounts} of discounts in all, on orders that say what they would have cost.",
  "ledger.costOfTouches":
    "One win-back cost {cost} in touches; no order says what it would have cost, so discounts are not in it.",
  "ledger.costOfDiscounts":
    "One win-back cost {cost} in discounts; no touch says what it cost, so touches are not in it.",
  "ledger.effect":
    "Against those left alone: {treated} of the contacted came back and {held} of the hold-out, a difference of {value} points (90% interval {low} to {high}).",
  "ledger.verdict.works": "Winning back works.",
  "ledger.verdict.noEffect": "No effect can be shown: the interval holds zero.",
  "ledger.verdict.harms": "Winning back does harm: those left alone came back more often.",
  "ledger.verdict.tooFew": "That is no verdict: it takes 50 customers in each arm whose days are over.",
  "ledger.netValue":
    "Beyond the hold-out it brought {net}, net of discounts and of what touches are known to cost.",
  "ledger.noEffectYet":
    "Whether it works cannot be said yet, for no month can be compared: leave alone who is listed below, and contact at least half of the others.",
  "ledger.improvements": "Improvement ledger",
  "ledger.improvementsNote":
    "Grey columns are suggestions from the data; columns marked ✎ are yours and stay with their line when the report is refreshed. Write the value you start from: the change is then worked out. Before and after is no effect by itself, other things change too; win-back below shows what a comparison group is for.",
  "ledger.improvementsEmpty": "Nothing misses its target, and no complaint reason stands out.",
  "ledger.problem": "Problem",
  "ledger.complaintReason": "Complaints: {reason}",
  "ledger.now": "Now",
  "ledger.target": "Target or month before",
  "ledger.suggestion": "Where to look, what to try",
  "ledger.responsible": "Responsible",
  "ledger.due": "Due",
  "ledger.ownCause": "✎ Cause",
  "ledger.ownAction": "✎ Action",
  "ledger.ownOwner": "✎ Owner",
  "ledger.ownDue": "✎ Due",
  "ledger.ownStart": "✎ Value at start",
  "ledger.change": "Change since",
  "ledger.ownState": "✎ State",
  "ledger.state.open": "Open",
  "ledger.state.running": "Under way",
  "ledger.state.done": "Done",
  "ledger.state.dropped": "Dropped",
  "ledger.statePrompt": "How far the improvement has come.",
  "suggest.completeness":
    "Look at the fields that lack most (record upkeep); have owners ask at the next contact.",
  "suggest.completenessStrict": "Begin with high-value customers that lack one field only.",
  "suggest.responseRate":
    "Compare response by tier and channel; stop the weakest mailing, move it to the channel each tier answers.",
  "suggest.touchCoverage":
    "Work the touch plan from the top: overdue and high value first; spread customers of advisers who are behind.",
  "suggest.cac":
    "Move spend from channels over the limit to preferred ones; check leads that were never followed up.",
  "suggest.repeatRate":
    "Look at the second order: touch new customers on day 7 and 30 with what fits their first purchase.",
  "suggest.coreRepeatRate":
    "Call core customers whose usual interval has passed; ask what is missing before offering anything.",
  "suggest.retention": "See which cohort leaves when; bring the touch forward to before that month.",
  "suggest.churn": "Work the risk list from the top by value; note the true reason in the win-back log.",
  "suggest.clv": "Lift order frequency of high potential customers first: next product, benefits, adviser.",
  "suggest.complaintOnTime":
    "Look at the slowest step; give complaints an owner on arrival and a reminder at half the limit.",
  "suggest.enquiryOnTime":
    "Match staff to the hours enquiries come in; prepare answers to the most frequent.",
  "suggest.highValueOnTime": "Route high-value requests straight to their adviser, with a deputy.",
  "suggest.followUpOnTime":
    "Put the call on the day of resolution into the diary; list what falls due each morning.",
  "suggest.satisfaction":
    "Read the open comments of low scores; call back within two days, and count the reasons.",
  "suggest.nps": "Ask promoters for a referral and detractors for the reason, each within a week.",
  "suggest.referralShareOfNew":
    "Ask at the happiest moment, after a solved request or a repeat order; reward both sides.",
  "suggest.referralShareOfRevenue":
    "Record the referrer at the first order, so that referral revenue is known.",
  "suggest.highTierShareOfNet": "Bring potential customers up rather than press the top harder.",
  "suggest.loyalToOrdinarySpend": "Widen what loyal customers buy: rising and missing categories.",
  "suggest.netPerCustomer": "Bundles and thresholds just above the usual order.",
  "suggest.netPerOrder": "Bundles and free delivery just above the usual order.",
  "suggest.recommendationSuccess":
    "Drop the rules that never sell; recommend right after a purchase, one thing at a time.",
  "suggest.referralRate":
    "Ask satisfied customers by name, and make it easy: a card, a code, a thank-you for both.",
  "suggest.cacToOrderValue":
    "Keep only channels whose cost fits the first order; lift that order with a starter bundle.",
  "suggest.existingShareOfNet": "Move part of the spend on new customers to those you have.",
  "suggest.secondOrderRate":
    "Follow the onboarding steps of day 1, 7 and 30; make the second order an easy one.",
  "suggest.winBackRate":
    "Ask for the true reason before planning, and act in the first month of silence: later offers seldom bring anybody back.",
  "suggest.winBackEffect":
    "Win back by reason, not by blanket discount; drop the offers that do no better than leaving people alone.",
  "suggest.communityReach":
    "Give members a reason to come: an event, a circle for their stage, early access.",
  "suggest.silentMembers":
    "Wake silent members once with something new, then let them go; stop paying for empty cards.",
  "suggest.eventsInQuarter": "Fix the next event now, online if need be, and invite by portrait.",
  "suggest.eventAttendance": "Let the adviser invite in person, two weeks ahead and again two days before.",
  "suggest.surveyCoverage": "Ask two questions after each delivery; begin with the tier that answered least.",
  "suggest.feedbackDays":
    "Give every complaint and low score an owner the same day; look each morning at those that still wait.",
  "suggest.pointsRedemption": "Tell customers what their points buy now, before they expire.",
  "suggest.department.warehouse":
    "Check picking and packing of the orders concerned; sample before dispatch.",
  "suggest.department.carrier": "Compare carriers by route; agree on compensation for late parcels.",
  "suggest.department.product":
    "Have the batch examined; stop selling while in doubt; tell customers who bought it.",
  "suggest.department.purchasing":
    "Set reorder points and shelf-life limits; take short-dated goods off the shop.",
  "suggest.department.service":
    "Listen to the conversations concerned; coach, and put the wording into the handbook.",
  "suggest.department.finance": "Shorten the refund path; say when the money will arrive.",
  "suggest.department.marketing":
    "Check promise against delivery; correct the page before the next campaign.",
  "suggest.department.unknown": "Find out which department can change this, and name an owner.",
  "ledger.steps": "Win-back: where the attempts stand",
  "step.reason": "1 Find the reason",
  "step.plan": "2 Plan for it",
  "step.action": "3 Act",
  "step.review": "4 Sum up",
  "ledger.stepNote.reason": "{missing} acted on without a reason",
  "ledger.stepNote.plan": "reason known, no action yet",
  "ledger.stepNote.action": "{overdue} past their due day",
  "ledger.stepNote.review": "result written down",
  "ledger.arms": "Against the hold-out",
  "ledger.armsNote":
    "A campaign is everybody whose silence reached {months} months in one calendar month; {share} of them are drawn to be left alone. Everybody counts in the arm drawn, {days} days from that day. Net is what was paid, before the margin; the cost is touches and discounts off the list price.",
  "ledger.arm": "Arm",
  "arm.treated": "To be won back",
  "arm.holdOut": "Left alone",
  "ledger.armCustomers": "Customers",
  "ledger.armWon": "Came back",
  "ledger.armRate": "Rate",
  "ledger.armNet": "Net a customer",
  "ledger.armCost": "Cost a customer",
  "ledger.campaigns": "Campaigns by month",
  "ledger.campaignsEmpty": "No month has an action yet.",
  "ledger.month": "Month",
  "ledger.toWin": "To be won",
  "ledger.contacted": "Contacted",
  "ledger.compared": "Compared?",
  "ledger.leftAlone": "Left alone",
  "ledger.heldContacted": "Contacted all the same",
  "campaign.compared": "Yes",
  "campaign.tooFewContacted": "No: fewer than half of those to be won were contacted",
  "campaign.holdOutBroken": "No: more than a tenth of the hold-out was contacted",
  "campaign.noHoldOut": "No: nobody was drawn to be left alone",
  "ledger.heldOut": "Leave these alone until their day",
  "ledger.heldOutNote":
    "Drawn by chance so that the effect can be seen. Serve them as ever when they call, but send them no win-back offer; they stand on “{sheet}” like everybody else.",
  "ledger.heldOutEmpty": "Nobody is held out at present: the share is 0, or nobody has just fallen silent.",
  "ledger.more": "The first {listed} of {items}; the command line option --json writes all.",
  "ledger.customer": "Customer",
  "ledger.name": "Name",
  "ledger.silentSince": "Silent enough on",
  "ledger.remark": "Remark",
  "ledger.campaign": "Campaign",
  "ledger.until": "Until",
  "ledger.actedOn": "The log names an action all the same",
  "ledger.reasons": "Why customers leave",
  "ledger.reasonsNote":
    "Reasons of the win-back log and of complaints by customers who have lapsed since, sorted into codes by their words. The first three codes are the plan's own.",
  "ledger.reasonsEmpty": "Neither the win-back log nor complaints of lapsed customers name a reason.",
  "ledger.reason": "Reason",
  "ledger.logged": "In the log",
  "ledger.complained": "Complained",
  "ledger.answer": "What answers it",
  "ledger.wonOf": "Won of settled",
  "churnReason.internet": "Prices compared online",
  "churnReason.switching": "A rival's offer to switch",
  "churnReason.sameProgramme": "Loyalty schemes all alike",
  "churnReason.price": "Price",
  "churnReason.quality": "Product quality",
  "churnReason.service": "Service",
  "churnReason.delivery": "Delivery",
  "churnReason.needEnded": "Need has ended",
  "churnReason.moved": "Moved away",
  "churnReason.contactLost": "Cannot be reached",
  "churnReason.other": "Other",
  "churnReason.none": "None written down",
  "churnAnswer.internet": "Show what the price holds: advice, guarantee, delivery. Match on core goods only.",
  "churnAnswer.switching":
    "Raise what switching would cost them: adviser, history, bundles, points about to be used.",
  "churnAnswer.sameProgramme":
    "Drop points for their own sake; give what rivals cannot: access, advice, belonging.",
  "churnAnswer.price": "Bundles and thresholds before a discount; never below margin.",
  "churnAnswer.quality": "Make good first, then tell what was changed.",
  "churnAnswer.service": "Apology by a person of rank, and a named contact.",
  "churnAnswer.delivery": "Resend or refund the delivery, and name the carrier's new promise.",
  "churnAnswer.needEnded": "Offer the next stage of life, or let go with thanks and ask for a referral.",
  "churnAnswer.moved": "Delivery to the new home, or a branch nearby.",
  "churnAnswer.contactLost": "Another channel; ask for the new number at the next order.",
  "churnAnswer.other": "Read the words in the list below.",
  "churnAnswer.none": "Ask before planning: nobody can be won back for a reason nobody knows.",
  "ledger.attempts": "Win-back tracker",
  "ledger.attemptsNote":
    "Won means a valid order within {days} days of the day given up, whatever the log says; of {unlike} attempts log and orders differ.",
  "ledger.attemptsEmpty": "No attempt in the log.",
  "ledger.lostOn": "Given up on",
  "ledger.reasonAndAction": "Reason → action",
  "ledger.reasonAction": "{reason} → {action}",
  "ledger.noReason": "no reason",
  "ledger.noAction": "no action yet",
  "ledger.step": "Step",
  "ledger.result": "By the orders",
  "attempt.won": "Came back ▲",
  "attempt.notWon": "Did not come back ▼",
  "attempt.pending": "Days not over …",
  "attempt.undated": "No day to count from –",
  "ledger.backOn": "Back on",
  "ledger.net": "Net in time",
  "ledger.cost": "Touches + discounts",
  "ledger.ownSummary": "✎ Lesson",
  "ledger.ownNext": "✎ Next step",
};
