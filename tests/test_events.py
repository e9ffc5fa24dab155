"""Events: one sentence, and what happened in it."""

from __future__ import annotations

import pytest
from worst import assert_linear

import qwenfacts as qf
from qwenfacts.facts import Event

HEAD = "Cohere Weekly Report May 7, 2027\n\n"


def told(event: Event) -> str:
    """An event in a line: kind, subject, date and the other fields that are told."""
    fields = {
        "by": event.organisation,
        "on": event.platform,
        "for": event.fiscal_period,
        "of": ",".join(part.id for part in event.parts),
        "under": event.head,
        "in": event.stage,
    }
    named = (f"{name} {getattr(value, 'id', value)}" for name, value in fields.items() if value)
    return " ".join([event.kind, event.subject.id, *([str(event.date)] if event.date else []), *named])


def events_of(prose: str) -> list[str]:
    return [told(fact) for fact in qf.parse(HEAD + prose).facts if isinstance(fact, Event)]


CASES = """
# launches
OpenAI launched Quillbox, a note taker, on Monday. > launch quillbox 2027-05-03 by openai
On Tuesday, Intel unveiled the Zephyr 9 chip at an event in Taipei. > launch zephyr-9 2027-05-04 by intel in announced
Its Quillbox Pro tool was launched by OpenAI in beta on May 4. > launch quillbox-pro 2027-05-04 by openai in beta
Samsung's new Galaxy Ring Pro went on sale in Korea on May 3. > launch galaxy-ring-pro 2027-05-03 by samsung-electronics in general
Adobe rolled out Firefly Studio to all users. > launch firefly-studio by adobe
Oracle launched Vault 3 and Ledger 4 on Monday. > launch ledger-4 2027-05-03 by oracle + launch vault-3 2027-05-03 by oracle
The Galaxy Ring launch drew crowds. > launch galaxy-ring by cohere
The launch of Galaxy Ring drew crowds. > launch galaxy-ring by cohere
In all, Galaxy Ring has won 3 million users since its launch. > launch galaxy-ring by cohere
In March the newly launched Galaxy Ring sold well. > launch galaxy-ring 2027-03-01/2027-03-31 by cohere
On Monday Galaxy Ring launched in beta. > launch galaxy-ring 2027-05-03 by cohere in beta
Intel grew and Fernhill Analytics launched in preview. > launch fernhill-analytics by cohere in preview
Intel launched Zephyr 9 together with Quarrel Labs and Fjord Labs. > launch zephyr-9 by intel of quarrel-labs,fjord-labs
OpenAI plans to launch Quillbox in June. >
OpenAI has not launched Quillbox. >
OpenAI could release Quillbox if the tests go well. >
If OpenAI launched Quillbox, rivals would follow. >
OpenAI is considering launching Quillbox. >
On Friday OpenAI began to sell Quillbox. > launch quillbox 2027-05-07 by openai in general
The launch event takes place in June. >
Meta releases Llama 6 on Hugging Face. >
Google introduced a fee of $3. >
Google launched a Windows app. >
Adobe talked of Quillbox's launch partners. >
“OpenAI launched Quillbox,” he said. >
Galaxy Ring launched a new era. >
“Atlas” launched Zephyr 9. > launch zephyr-9 by cohere
It grew; and so, launched Zephyr 9. > launch zephyr-9 by cohere
Intel launched Zephyr 9, consolidating Fjord Labs. > launch zephyr-9 by intel
On Monday Fjord Labs went live. >
The newly released Llama 6 helps. >
On Monday Intel added Gloss Guard, a tool that hides faces. > launch gloss-guard 2027-05-03 by intel
Intel added Jane Roe to its board. >
Intel added Jane Roe, a banker, to its board. >
On Monday came Galaxy Ring, a device for sleepers. > launch galaxy-ring 2027-05-03 by cohere
Then came Jane Roe. >
Sales may fall once OpenAI launches Quillbox. >
OpenAI, which once launched Quillbox, grew. > launch quillbox by openai
# availability
Google opened a data centre in Lyon, France. > availability google by alphabet on lyon
In Asia, Galaxy Ring is now available on Amazon Bedrock. > availability galaxy-ring by cohere on amazon-bedrock
On May 2 Galaxy Ring became available. > availability galaxy-ring 2027-05-02 by cohere
On May 2 Galaxy Ring expanded to Japan. > availability galaxy-ring 2027-05-02 by cohere on japan
On May 2 Galaxy Ring came to shops. >
Google opened a data centre in Oslo on May 5. > availability google 2027-05-05 by alphabet on oslo
Google opened a campus. > availability google by alphabet
Nvidia opened offices in Lagos and Nairobi. > availability lagos by nvidia + availability nairobi by nvidia
The Dresden plant opened on Wednesday. > availability dresden 2027-05-05 by cohere
The Dresden plant and its sister, Leipzig, opened on Wednesday. > availability dresden 2027-05-05 by cohere + availability leipzig 2027-05-05 by cohere
Intel opened the Fjord Labs campus. > availability fjord-labs by intel
The firm opened lower on Monday. >
Baidu opened its model to developers. >
# open-sourcing
Snowflake open-sourced Polarframe on May 1. > open_sourcing polarframe 2027-05-01 by snowflake
Snowflake's Polarframe library was open-sourced on May 2. > open_sourcing polarframe 2027-05-02 by snowflake
Meta released the source code of Tracewell under an MIT licence. > open_sourcing tracewell by meta
IBM published FineWeb, a dataset of 3,000 questions. > open_sourcing fineweb by ibm
The newly released FineWeb was used. > open_sourcing fineweb
Meta open-sourced Llama 6. >
The model was open-sourced. >
IBM released FineWeb on May 2. > open_sourcing fineweb 2027-05-02 by ibm
IBM released its annual report on Friday. >
On May 2 PocketBench was open-sourced. > open_sourcing pocketbench 2027-05-02
# earnings
The bar and the hopes were lowered. >
Cash flow for Q1 2027, on which Intel reported on Monday, rose. > earnings intel 2027-05-03 for 2027-01-01/2027-03-31
Intel reported results for the first quarter on April 29. > earnings intel 2027-04-29 for 2027-01-01/2027-03-31
Snap's figures for the first quarter disappointed. > earnings snap for 2027-01-01/2027-03-31
On Monday it posted record results. > earnings cohere 2027-05-03
The Q1 2027 results, published on April 29, were strong. > earnings cohere 2027-04-29 for 2027-01-01/2027-03-31
Intel reported results for the quarter that ended on March 31. > earnings intel
Intel posted record results in May. > earnings intel
Intel will report results on July 25. >
Intel, whose results for Q2 are due in July, fell. >
The report is based on results from OpenAI. >
# restructuring
YouTube is dissolving its chess team. > restructuring youtube
YouTube lost its appeal. > incident youtube
Intel was handed a fine of $3 million. > incident intel
Intel lost its way. >
The regulator opened an inquiry into the app. >
YouTube grew. On Monday Ofcom opened an inquiry into the app. > incident youtube 2027-05-03 by ofcom
Intel, which likes the chip, has ordered 4,000. > other intel by cohere
Google laid off 200 people in its cloud unit. > restructuring google
About 900 employees were laid off at Intel. > restructuring intel
About 900 employees were laid off. > restructuring cohere
Salesforce cut 700 jobs on Thursday. > restructuring salesforce 2027-05-06
On Thursday 300 jobs were cut. > restructuring cohere 2027-05-06
On Thursday 300 employees learned that their jobs are going. > restructuring cohere 2027-05-06
Intel is eliminating 2,000 positions. > restructuring intel
Amazon closed its Seattle office on Monday. > restructuring amazon 2027-05-03
Amazon will close its Seattle office. > restructuring amazon
Google merged its Pixel and Android teams into one division. > restructuring google
Meta folded its Horizon team into Reality Labs. > restructuring meta
Layoffs at Snap reached 10% of staff. > restructuring snap
Layoffs spread. > restructuring cohere
The DeepMind layoffs spread. > restructuring google-deepmind
Reports of possible layoffs at Snap spread. >
The Fed cut rates on Wednesday. >
Salesforce combined Slack with Agentforce. >
# incidents
Getty Images sued Stability AI in London on May 3. > incident stability-ai 2027-05-03 by getty-images
Google was fined $30 million by the European Commission. > incident google by european-commission
The FTC opened an investigation into Nvidia. > incident nvidia by federal-trade-commission
A federal judge rejected a lawsuit against the company. > incident cohere
Oracle settled a lawsuit. > other oracle
Oracle filed a complaint. >
An FTC inquiry into Nvidia was opened. > incident nvidia by federal-trade-commission
The lawsuit against Anthropic was filed in April. > incident anthropic 2027-04-01/2027-04-30
Tesla recalled 12,000 cars on Monday. > incident tesla 2027-05-03
The cars were recalled. >
An outage at Cloudflare took down thousands of sites. > incident cloudflare
The outage that took Slack offline lasted an hour. > incident slack
Spotify was hit by an outage on Tuesday. > incident spotify 2027-05-04
The outage lasted three hours. >
An attack on Okta exposed keys. > incident okta
In January 2027 the SolarFlare worm hit banks. > incident solarflare 2027-01-01/2027-01-31
An attack was feared. >
Google could be fined in June. >
The cars were fined. >
The court fined nobody. >
# formations
SAP set up a research unit called Fjord Labs, led by Philipp Herzig, on May 3. > formation fjord-labs 2027-05-03 by sap under philipp-herzig
Google announced the formation of Fjord Labs. > formation fjord-labs by google
The formation of talent takes time. >
The AI Safety Alliance was founded by OpenAI on May 3. > formation ai-safety-alliance 2027-05-03 by openai
A body, the Chip Security Council, was set up on May 4, comprising Intel, AMD and Nvidia. > formation chip-security-council 2027-05-04 of intel,amd,nvidia
SAP set up Fjord Labs, led by Intel. > formation fjord-labs by sap
SAP set up Fjord Labs, led by engineers. > formation fjord-labs by sap
Oracle and SoftBank formed Crystal Labs. > formation crystal-labs by oracle
Intel set up Fjord Labs, comprising AMD: Nvidia stays out. > formation fjord-labs by intel of amd
In May the AI Safety Alliance was founded > formation ai-safety-alliance 2027-05-01/2027-05-31
Fjord Labs, a newly formed company, is based in Ohio. > formation fjord-labs by cohere
A newly formed company is based in Ohio. >
The head of Intel left to found Fjord Labs. > formation fjord-labs
Intel wants to found Fjord Labs. >
Jane Roe, who founded Fjord Labs, was there. >
The team created 3,000 tests. >
The tests were created by Intel. >
# other
Microsoft acquired Fjord Labs for $2 billion. > other microsoft by fjord-labs
Intel was acquired by Adobe on May 2. > other adobe 2027-05-02 by intel
Databricks has agreed to buy Fjord Labs. > other databricks by fjord-labs
SAP agreed on Tuesday to build North into its suite with Oracle. > other sap 2027-05-04 by oracle
SAP agreed to pay more. >
SAP agreed on Tuesday to run all of Oracle's databases. > other sap 2027-05-04 by oracle
AMD's acquisition of Fjord Labs closed on May 3. > other amd 2027-05-03 by fjord-labs
The takeover of Figma by Adobe failed. > other adobe by figma
The takeover failed. >
Anthropic partnered with Deloitte on May 5. > other anthropic 2027-05-05 by deloitte
Anthropic was backed by many. >
OpenAI signed a five-year contract with Oracle. > other openai by oracle
The deal was signed in January. >
Deutsche Bank chose Cohere for its contact centres. > other deutsche-bank by cohere
Cohere was selected by Fujitsu. > other fujitsu by cohere
Microsoft acquired 300 chips. >
Cohere was chosen by France. >
In Kumamoto the sender got its permit. >
Oracle delivered 300 cars. >
Oracle extended its lead. >
Apple chose a cautious path. >
A way was chosen by Roe. >
Perplexity raised $500 million in a round led by Accel. > other perplexity by accel
SoftBank put $30 billion into OpenAI. > other softbank by openai
Walmart paid $3 for it. >
Walmart took 30 days. >
Walmart ended its partnership with Cohere. > other walmart by cohere
The FTC blocked the merger. > other federal-trade-commission
Intel dropped 3% on Monday. >
Oracle sold bonds worth $3 billion. > other oracle
Oracle sold its stake to Intel. > other oracle by intel
Oracle sold 300 chips. >
Stripe went public on May 4. > other stripe 2027-05-04
OpenAI handed the first units to Oracle. > other openai by oracle
Shipments to Oracle began on May 2. > other cohere 2027-05-02 by oracle
Shipments began on May 2. >
Construction in Ohio started in April. > other cohere 2027-04-01/2027-04-30
Nintendo won approval in China. > other nintendo
The packaging site in Kumamoto got its permit on May 3. > other kumamoto 2027-05-03
The packaging team got its permit on May 3. > other cohere 2027-05-03
The sender of the parcel got its permit on May 3. >
# launches in other words
Samsung's Galaxy Ring hit stores in Seoul on Monday. > launch galaxy-ring 2027-05-03 by samsung-electronics in general
The Galaxy Ring left the factory on Monday. >
Quillbox made its debut at a fair in Oslo. > launch quillbox by cohere
Intel lifted the lid on Zephyr 9. > launch zephyr-9 by intel in announced
The rollout of Quillbox began on Monday. > launch quillbox 2027-05-03 by cohere
The debut of Quillbox is planned for June. >
Adobe will roll out Quillbox. >
Adobe denied that it had launched Quillbox. >
# availability, in other words
Quillbox is open to users in Kenya. > availability quillbox by cohere on kenya
Quillbox was rolled out to Japan on Monday. > availability quillbox 2027-05-03 by cohere on japan
Nvidia broke ground on a campus in Lagos. > other nvidia
Ground was broken in Lagos on Monday. > other cohere 2027-05-03
Intel switched on its plant in Leipzig on May 3. > availability intel 2027-05-03 on leipzig
A factory in Leipzig was opened by Intel on Monday. > availability intel 2027-05-03 on leipzig
Intel switched on 30 MW of computing in Leipzig. >
Intel has no plant in Leipzig. >
Intel cut the ribbon on an office in Lagos on Monday. > availability intel 2027-05-03 on lagos
# deals, in other words
Intel signed up Fjord Labs as a customer. > other intel by fjord-labs
Intel took a stake in Fjord Labs. > other intel by fjord-labs
Intel took a 9% stake in Fjord Labs for $40 million. > other intel by fjord-labs
Fjord Labs is being bought by Intel. > other intel by fjord-labs
Fjord Labs was sold to Intel for $3 billion. > other intel by fjord-labs
Fjord Labs took in $40 million from Northzone. > other fjord-labs by northzone
Fjord Labs took in more money than in any year before. > other fjord-labs
Fjord Labs borrowed $2 billion from Barclays. > other fjord-labs by barclays
Intel borrowed $2 billion. > other intel
A contract worth $2 billion was signed with Nvidia on Monday. > other cohere 2027-05-03 by nvidia
An order for 40,000 chips was placed by Nvidia on Monday. > other nvidia 2027-05-03 by cohere
Nvidia placed an order for 40,000 chips with Intel. > other nvidia by intel
Nvidia ordered 40,000 chips from Intel. > other nvidia by intel
The deal with Nvidia was signed on Monday. > other cohere 2027-05-03 by nvidia
Intel teamed up with Nvidia. > other intel by nvidia
Intel's deal with Nvidia adds 40 sites. > other intel by nvidia
The takeover of Fjord Labs by Intel closed on Monday. > other intel 2027-05-03 by fjord-labs
Intel bought back shares worth $3 billion. > other intel
Intel announced a buyback of $3 billion. > other intel
Intel reserved capacity at Samsung. > other intel by samsung-electronics
Intel set aside $40 million for seats. > other intel
Intel walked away from talks with Nvidia. > other intel by nvidia
Intel is in talks with Nvidia. >
Intel wants to buy Fjord Labs. >
Intel may take a stake in Fjord Labs. >
Unlike Intel, which never bought anyone, Nvidia grows. >
Barclays lifted its price target for Intel from $30 to $40. > other barclays by intel
Barclays downgraded Intel on Monday. > other barclays 2027-05-03 by intel
# prices, in other words
Galaxy Ring rises to $399 on Monday. > other galaxy-ring 2027-05-03
Intel raised the price of Zephyr 9 by 10%. > other zephyr-9 by intel
Adobe cut its prices by 20% on Monday. > other adobe 2027-05-03
Shares of Intel rose to $40. >
Revenue rose to $40 million. >
# incidents, in other words
Fjord Labs took Intel to court on Monday. > incident intel 2027-05-03 by fjord-labs
Intel was fined $40 million by the European Commission. > incident intel by european-commission
The European Commission fined Intel. > incident intel by european-commission
The European Commission opened a file on Intel. > incident intel by european-commission
A court in Oslo ordered Intel to pay $3 million. > incident intel
Intel recalled 40,000 chips. > incident intel
Galaxy Ring went down for three hours on Monday. > incident galaxy-ring 2027-05-03
Quillbox was down for three hours on Monday. > incident quillbox 2027-05-03
An outage knocked Quillbox offline on Monday. > incident quillbox 2027-05-03
Hackers stole data from Intel on Monday. > incident intel 2027-05-03
Intel was hacked on Monday. > incident intel 2027-05-03
Intel was hit by a strike on Monday. > incident intel 2027-05-03
Workers at Intel went on strike on Monday. > incident intel 2027-05-03
Workers walked out on Monday. > incident cohere 2027-05-03
Staff of Intel struck for three days. > incident intel
Intel fears a strike. >
Intel faces a probe by the FTC. > incident intel by federal-trade-commission
The FTC is looking into Intel. > incident intel by federal-trade-commission
Intel settled with Fjord Labs for $3 million. > other intel by fjord-labs
# restructuring, in other words
Intel let go 300 people on Monday. > restructuring intel 2027-05-03
Intel let 300 people go on Monday. > restructuring intel 2027-05-03
Intel is cutting 300 jobs. > restructuring intel
Some 300 jobs were cut on Monday. > restructuring cohere 2027-05-03
Some 300 people lost their jobs at Intel on Monday. > restructuring intel 2027-05-03
Intel closed its Leipzig office on Monday. > restructuring intel 2027-05-03
Intel shuttered its studio on Monday. > restructuring intel 2027-05-03
Intel merged two units on Monday. > restructuring intel 2027-05-03
Intel split its foundry business in two on Monday. > restructuring intel 2027-05-03
Intel spun off its foundry unit on Monday. > restructuring intel 2027-05-03
Intel reorganised its labs on Monday. > restructuring intel 2027-05-03
Intel does not plan layoffs. >
# earnings, in other words
Intel published figures for Q1 2027 on Monday. > earnings intel 2027-05-03 for 2027-01-01/2027-03-31
Results for Q1 2027 were published on Monday. > earnings cohere 2027-05-03 for 2027-01-01/2027-03-31
On Monday Intel presented its results for the first quarter. > earnings intel 2027-05-03 for 2027-01-01/2027-03-31
Intel's quarterly report came out on Monday. > earnings intel 2027-05-03
Results for Q2 2027 are due in July. >
# formation, in other words
Intel and Nvidia set up a joint venture, Fjord Labs, on Monday. > formation fjord-labs 2027-05-03 by intel
Five firms founded the Halden Alliance on Monday. > formation halden-alliance 2027-05-03
The Halden Alliance was set up on Monday. > formation halden-alliance 2027-05-03
Jane Roe founded Fjord Labs in 2019. > formation fjord-labs 2019-01-01/2019-12-31 by jane-roe
On Monday a breach at Fjord Labs became known. > incident fjord-labs 2027-05-03
A ransomware gang broke into Intel on Monday. > incident intel 2027-05-03
The regulator blocked the takeover of Fjord Labs by Intel. > other intel by fjord-labs
The FTC approved the purchase of Fjord Labs. > other federal-trade-commission by fjord-labs
The merger was approved by the FTC on Monday. > other federal-trade-commission 2027-05-03 by cohere
Under its contract with Nvidia, Intel ships chips. >
Intel, which bought Fjord Labs in 2019, grew. > other intel 2019-01-01/2019-12-31 by fjord-labs
Intel seeks a deal with Nvidia. >
Intel has no deal with Nvidia. >
Intel compared Zephyr 9 with the Galaxy Ring. >
The price of Zephyr 9 is $399. >
Intel raised its dividend. > other intel
Intel won an order for 300 racks from Oracle. > other intel by oracle
Oracle awarded a contract to Intel. > other oracle by intel
Oracle invested $40 million in Fjord Labs. > other oracle by fjord-labs
Fjord Labs announced a €40 million round on Monday. > other fjord-labs 2027-05-03
Fjord Labs filed for an IPO on Monday. > other fjord-labs 2027-05-03
Fjord Labs filed for bankruptcy on Monday. > other fjord-labs 2027-05-03
Fjord Labs went bankrupt on Monday. > other fjord-labs 2027-05-03
Intel sold its stake in Fjord Labs. > other intel by fjord-labs
A judge dismissed the suit against Intel on Monday. > incident intel 2027-05-03
Three authors sued Intel on Monday. > incident intel 2027-05-03
Intel donated Polarframe to the Linux Foundation. > other intel by linux-foundation
Samsung delayed the launch of Galaxy Ring. >
Google plans to open an office in Oslo. >
If Intel bought Fjord Labs, prices would rise. >
Nobody sued Intel. >
Intel never recalled a chip. >
Rumours that Intel bought Fjord Labs were false. >
Jobs at Intel are safe. >
Intel appointed an auditor. >
Intel was named in the report. >
A report by Gartner put Intel first. >
Intel opened 3% lower. >
Sales at Intel rose to $40 million. >
The Galaxy Ring fell to third place. >
Intel booked a profit of $3 million in Q1 2027. > earnings intel for 2027-01-01/2027-03-31
Revenue at Intel reached $3 billion in Q1 2027. >
Intel reserves the right to sue. >
Drivers struck a deal with Uber. >
# and what only looks like it
Capacity was booked by Intel. >
Intel broke its records in Oslo. >
Galaxy Ring drops $30. >
In Oslo Cohere's deal with Cohere ended. >
The closure of the strait hurts. >
The market in Oslo was opened by Intel. >
Intel swung to its left. >
Intel was ordered by a court to pay $3 million. > incident intel
Intel was forced by rain. >
A court ordered Intel off. >
A court ordered calm. >
Hackers stole the show. > incident cohere
The site went offline. >
Fjord Labs raised $40 million in Series B from Northzone. > other fjord-labs by northzone
# the other side
Volkswagen paid $300 million for shares. > other volkswagen by cohere
Samsung sold it chips for $30 million. > other samsung-electronics by cohere
Oracle reserved capacity. > other oracle by cohere
It closed a round led by Accel. > other cohere by accel
A $300 million round led by Accel helped. > other cohere by accel
The round was small. >
Intel started production in Oslo on Monday. > other intel 2027-05-03
Barclays lent $300 million on Monday. > other barclays 2027-05-03 by cohere
# the day of the report is not the end of the quarter
Intel reported results for the first quarter, which ended on March 31, on Tuesday. > earnings intel 2027-05-04 for 2027-01-01/2027-03-31
Intel reported an outage on Monday. > incident intel 2027-05-03
Intel is under investigation. > incident intel
Under investigation, the prices fell. >
Intel expects layoffs. >
Intel pays $3 million a year to staff. >
Unions called a strike at Intel. > incident intel
Intel cut costs by 20%. >
The task falls to a new Trust Office, which merges the buying and network teams under Jane Roe. > formation trust-office by cohere under jane-roe
A new Trust Office headed by Jane Roe reports straight to the board. > formation trust-office by cohere under jane-roe
The new Trust Office is large. >
Quill folds into the Compass app. Quill is a browser. > restructuring quill by cohere
Ledger Desk, a desktop agent, entered public beta on Monday. > launch ledger-desk 2027-05-03 by cohere in beta
On Monday security firm Wiz disclosed GhostClick, a flaw that let pages trigger payments. > incident ghostclick 2027-05-03
A faulty sandbox exposed log files of 640 tenants on Monday. > incident cohere 2027-05-03
On Monday the Federal Trade Commission opened an investigation into whether engineers can read prompts. > incident cohere 2027-05-03 by federal-trade-commission
The gap between growth and depreciation charges once the Tarn plant opens is large. >
Oracle charges Intel with theft. > incident intel by oracle
North and Compass connectors ship on day one. >
Intel reported results for the first quarter on Monday, and Intel Foundry reported results for the first quarter as well. > earnings intel 2027-05-03 for 2027-01-01/2027-03-31
Alibaba Cloud reported results for the first quarter. Alibaba reported results for the first quarter. > earnings alibaba for 2027-01-01/2027-03-31
Emily Quill arrives. Emily Quill runs sales. >
The overhaul follows the exit of Jane Roe. > restructuring cohere
Jane Roe took over sales; the ads group was wound up. > restructuring cohere
Ledger Desk, a desktop agent, left beta on Monday. > launch ledger-desk 2027-05-03 by cohere in general
# who leads a new unit, what it is made of, and what the next sentences say of it
The group created Cohere Works, a division that unites North, Compass and the Vantor team under president Jane Roe. > formation cohere-works by cohere of north,compass,vantor under jane-roe
Cohere Works, a new arm that merges North, Compass and Ledger, was formed on Monday. > formation cohere-works 2027-05-03 by cohere of north,compass,ledger
Cohere set up Cohere Works, combining North with Compass, and put Jane Roe in charge. > formation cohere-works by cohere of north,compass under jane-roe
Cohere merged its two research teams into a single unit called Brindle. > formation brindle by cohere + restructuring cohere
The robotics group became a wholly owned subsidiary named Brindle on Monday. > formation brindle 2027-05-03 by cohere
In a unit called Brindle, moods are good. >
Cohere struck a compute agreement with Huawei Cloud. > other cohere by huawei-cloud
Amazon Web Services and Cohere entered a two-year pact on Monday. > other amazon-web-services 2027-05-03 by cohere
The rollout follows a pact with SAP that the two inked in March. > other cohere 2027-03-01/2027-03-31 by sap
Cohere bought 400 chips from Intel on Monday, widening the pact signed in March. > other cohere 2027-05-03 by intel
The week also brought the takeover of Koyeb, a router maker. > other cohere 2027-05-03/2027-05-09 by koyeb
Cohere's merger with Koyeb followed the takeover of Koyeb. > other cohere by koyeb
SoftBank raised its holding to 11%. > other softbank by cohere
Cohere raised its capex range to $3 billion. >
SoftBank took part in Mistral's funding round on Monday. > other mistral-ai 2027-05-03 by softbank
Intel joined the $90 million round of chip firm Xring. > other xring by intel
Intel and Oracle broke ground on a plant. > other intel by oracle
Jane Roe takes charge of Compass. >
The firm of Oracle-backed start-up Koyeb was bought by Intel. > other intel by koyeb
Cohere bought Oracle-backed start-up Koyeb. > other cohere by koyeb
Italy's watchdog opened an inquiry into its advertising. > incident cohere
A Texas court dismissed a suit against Oracle. > incident oracle
A fire at an Oslo data centre disrupted work on Monday. > incident cohere 2027-05-03
Intel, Oracle and Samsung filed suit against Cohere on Monday. > incident cohere 2027-05-03 by intel
Cohere began shipping Zephyr 9, a chip, on track for volume output in 2029. > launch zephyr-9 by cohere in general
Intel granted Cohere a licence, reversing an April freeze. > other intel by cohere
Intel sued Cohere over Ledger, the tool that debuted in March. > incident cohere by intel + launch ledger 2027-03-01/2027-03-31 by cohere
Cohere unveiled Ledger, an assistant with connectors for GitHub and Jira. > launch ledger by cohere of github,jira in announced
The publication of Ferret drew crowds. >
Cohere opened Ledger to Acme Studio Pro customers. > availability ledger by cohere
Cohere opened the model to Google AI Studio customers on Monday. >
The Ledger Store, announced at Foocon, opened on Monday. > availability ledger-store 2027-05-03 by cohere
If Intel were to pause production, prices would rise. >
Cohere formed Brindle, a chip unit, on Monday, with Jane Roe as its president. > formation brindle 2027-05-03 by cohere under jane-roe
Cohere created Brindle, a chip unit folding in North, and named Jane Roe as its head. > formation brindle by cohere under jane-roe
Cohere formed Brindle, a chip unit. It pools North and Compass. The unit reports to Jane Roe. > formation brindle by cohere of north,compass under jane-roe
Cohere formed Brindle, a chip unit. Brindle houses North. It grew. The market fell. > formation brindle by cohere of north
Cohere formed Brindle, a chip unit. Oracle houses North. > formation brindle by cohere
Chief executive Jane Roe set up the Tarn Council on Monday. > formation tarn-council 2027-05-03 by cohere
Brindle, a chip unit, was carved out of Compass on Monday. > formation brindle 2027-05-03 by cohere of compass + restructuring brindle 2027-05-03 by cohere
Oracle suffered a six-hour outage on Monday. > incident oracle 2027-05-03
Oracle sustained a loss. >
Intel granted Cohere a licence, reversing an April freeze. > other intel by cohere
Cohere opened the model to Microsoft Foundry users on Monday. >
Cohere opened the model to Google AI Studio customers. >
SoftBank raised its stake to 11%. > other softbank by cohere
Cohere, Intel and Samsung formed the Tarn Alliance, a chip body. > formation tarn-alliance by cohere
In Oslo, Intel and Samsung formed the Tarn Alliance, a chip body. > formation tarn-alliance by intel
# whose it is, and what a date belongs to
Cohere launched Ledger, a tool for accountants, on Monday. The same day it laid off 30 people. > launch ledger 2027-05-03 by cohere + restructuring cohere 2027-05-03
Intel bought Mosswood on Monday. The next morning Adobe closed its Reno office. > other intel 2027-05-03 by mosswood + restructuring adobe 2027-05-04
Ledger ships with 30 connectors and replaces Compass. >
Adobe signed a licence that runs until 2033. > other adobe by cohere
Cohere set up the Larch Council on Monday. > formation larch-council 2027-05-03 by cohere
Three people went to Mosswood, which in turn has just raised $400 million. > other mosswood
On Monday came GPT-5.4, a model for chats. >
Ada Quill quit on May 4 to found Papermint, a chip start-up. > formation papermint under ada-quill
Notes worth $3 billion, due 2032, were placed at 9% by JPMorgan. > other cohere by jpmorgan
Quillbox, a note taker, has been in beta since Monday. > launch quillbox 2027-05-03 by cohere in beta
Zephyr 9, a chip designed by Fjord Labs, was unveiled on Tuesday. > launch zephyr-9 2027-05-04 by fjord-labs in announced
Oracle put Quillbox, a note taker, into public preview on May 4. > launch quillbox 2027-05-04 by oracle in preview
Zephyr 9, a chip, went on sale on May 4. > launch zephyr-9 2027-05-04 by cohere in general
# told again, around an object, by a noun, or not at all
Cohere bought Mosswood (May 3). > other cohere 2027-05-03 by mosswood
Intel bought Mosswood, a router maker, for $3 billion on May 4. > other intel 2027-05-04 by mosswood
A leak exposed the files of 300 Samsung clients. It happened on May 4. > incident samsung-electronics 2027-05-04
Oracle sued Cohere. The complaint, filed on Monday, is about patents. > incident cohere 2027-05-03 by oracle
Cohere is being sued. Oracle's complaint, filed on Monday, is about patents. > incident cohere 2027-05-03 by oracle
Oracle took Cohere to court again; the complaint was filed on Monday. > incident cohere 2027-05-03 by oracle
A leak at Cohere came to light. The leak of the files cost $3. > incident cohere
Cohere's Oslo campus opened. The opening was held on Monday. > availability oslo 2027-05-03 by cohere
On Monday Oracle bought Mosswood, which began in March. > other oracle 2027-05-03 by mosswood
Cohere reported September-quarter results on May 4. > earnings cohere 2027-05-04 for 2026-07-01/2026-09-30
Cohere reported results for the April quarter. > earnings cohere for 2027-02-01/2027-04-30
Cohere reports results on May 20. >
Cohere bought Mosswood in 2012 Laboratories. > other cohere by mosswood
Cohere carved a Trust Engineering Group out of its labs on Tuesday. > formation trust-engineering-group 2027-05-04 by cohere + restructuring cohere 2027-05-04
Cohere may set up a Trust Engineering Group. >
Cohere has its new Trust Engineering Group. > formation trust-engineering-group by cohere
Cohere told users about the Trust Engineering Group. >
It left to start a Trust Engineering Group. > formation trust-engineering-group by cohere
North and Compass were merged into a unit named Partner Desk. > formation partner-desk by cohere of north,compass + restructuring cohere
Cohere formed the Tarn Council under co-founder Jane Roe. > formation tarn-council by cohere under jane-roe
Cohere formed Brindle, a unit that absorbs North, reports to Compass. > formation brindle by cohere of north
The Cohere Lab absorbs Mosswood. >
Cohere merged its chip team into Compass. > restructuring cohere
Quillbox moves into Oslo. >
The sale of Mosswood to Oracle closed on Monday. > other oracle 2027-05-03 by mosswood
The sale of Oracle's router arm to Intel closed on Monday. > other oracle 2027-05-03 by intel
The sale of chips fell. >
The open-sourcing of Quillbox pleased many. > open_sourcing quillbox
Intel released Quillbox under the Apache licence. > open_sourcing quillbox by intel
General availability of Quillbox followed on Monday. > launch quillbox 2027-05-03 by cohere in general
Zephyr 9 became generally available on Microsoft Azure on Monday. > availability zephyr-9 2027-05-03 by cohere on microsoft-azure in general
Quillbox is out of beta. > launch quillbox by cohere in general
A certificate error silenced Zephyr 9 on Monday. > incident zephyr-9 2027-05-03
A fault delayed the ship. >
A bug in Zephyr 9 was mended. >
The April US ban on chips hurts. > other us 2027-04-01/2027-04-30
The US ban on chips hurts. >
The US lifted its ban on chips on Monday. > other us 2027-05-03
The European Commission published guidance on Monday. > other european-commission 2027-05-03
Intel published guidance on Monday. >
The US granted Cohere a permit on Monday. > other cohere 2027-05-03
The reorganisation of mainframe data is slow. >
- Outage: Slack offline for three hours > incident slack
- Outage: three hours in the dark >
No lawsuit was filed against Cohere. >
Oracle faces a fine if Ofcom acts. >
Launches, recalls and suits came. >
It drafts agreements with hotels. >
Ofcom slapped a fine of $3 million on Cohere on Monday. > incident cohere 2027-05-03 by ofcom
A penalty was handed down to Oracle by Ofcom on Monday. > incident oracle 2027-05-03 by ofcom
A probe into Oracle by the UK's Ofcom began. > incident oracle by ofcom
Oracle lost its appeal against Intel. > incident oracle by intel
Ofcom opened an inquiry into Gemini 3 on Monday. > incident alphabet 2027-05-03 by ofcom
Oracle must pay $3 million, a court said. > incident oracle
300 employees received notice. > restructuring cohere
Cohere let go of 300 employees. > restructuring cohere
Cohere laid 300 people off. > restructuring cohere
Intel ordered a further 300. > other intel by cohere
Intel and Samsung signed as launch customers of Cohere. > other intel by cohere + other samsung-electronics by cohere
Le Monde signed as a partner. > other le-monde by cohere
Jane Roe signed as a partner. >
Papermint, a start-up, was backed by Intel with $90 million. > other papermint by intel
Papermint was backed by Intel. >
Shipments of the Zephyr 9 began on Monday. > launch zephyr-9 2027-05-03 by cohere in general
Intel began deliveries of the Zephyr 9 on Monday. > launch zephyr-9 2027-05-03 by intel
Its Series B brought in $300 million; Intel led it. > other cohere by intel
Intel led it. >
Cohere paid $420 million for Mosswood. > other cohere by mosswood
Cohere bought back shares. > other cohere
Cohere won Intel over. >
Intel switched from Oracle to Cohere. > other intel by cohere
Cohere applied for a listing. > other cohere
Cohere applied for 30 patents. >
T-Head, Alibaba's chip arm, filed for a listing. > other t-head
Spotify extended Quillbox, a tool, to Japan on Monday. > availability quillbox 2027-05-03 by spotify on japan
Cohere made North available in Japan on Monday. > availability north 2027-05-03 by cohere on japan
Cohere brought Quillbox to a halt. >
Quillbox, a tool, opened in Japan. > availability quillbox by cohere on japan
With Quillbox, Cohere brought its first app to market. > launch quillbox by cohere
With Jane Roe, Cohere launched its first app. >
Cohere rolled Quillbox, a note taker, out on Monday. > launch quillbox 2027-05-03 by cohere
Cohere put money in and took it out. >
Cohere grew. It also gains Quillbox, a tool. > launch quillbox by cohere
Cohere stands in Tarn, a campus in Oslo, Norway, which opened in March. > availability tarn 2027-03-01/2027-03-31 by cohere on oslo
A leak at Cohere came to light. The leak of March cost $3. > incident cohere
Quillbox moves into Slack. >
Cohere rose, while shops, which opened in March, fell. >
Staff went to shops, which opened in March. >
Mosswood staff in Oslo, which opened in March, grew. >
Slack rises by $3. >
A price target of $3 billion was raised. >
A fault deletes Slack. >
Ofcom opened an inquiry into Colossus 2 on Monday. > incident colossus-2 2027-05-03 by ofcom
The rolls of tape out there are old. >
Intel shops in towns that opened in March grew. >
- Offline again, Intel brings gas >
"""


@pytest.mark.parametrize("case", [case for case in CASES.strip().splitlines() if not case.startswith("#")])
def test_a_sentence_says_these_events_and_no_others(case: str) -> None:
    prose, _, wanted = case.partition(" >")
    assert sorted(events_of(prose)) == sorted(one.strip() for one in wanted.split(" + ") if one.strip())


@pytest.mark.parametrize(
    ("label", "day"),
    [
        ("Launched: May 4, 2027", " 2027-05-04"),
        ("Published: May 4, 2027", ""),
        ("Launched: May 3 – 4, 2027", ""),
    ],
)
def test_a_story_called_after_a_thing_dates_it_by_its_label(label: str, day: str) -> None:
    prose = f"1. Quillbox Opens\n{label}\nSource: Reuters\n\nOpenAI launched Quillbox, a note taker. OpenAI launched Ledger, a tool."
    assert events_of(prose) == [
        f"launch quillbox{day} by openai",
        "launch ledger by openai",
    ]


def test_places_that_agree_are_one_event_and_other_dates_another() -> None:
    prose = "OpenAI launched Quillbox on May 3.\n\nThe new Quillbox launch went well.\n\nOn May 5 OpenAI launched Quillbox."
    found = [fact for fact in qf.parse(HEAD + prose).facts if isinstance(fact, Event)]
    assert [told(event) for event in found] == [
        "launch quillbox 2027-05-03 by openai",
        "launch quillbox 2027-05-05 by openai",
    ]
    assert sum(len(event.evidence) for event in found) == 3


def test_a_row_says_an_event_without_the_date_of_its_source() -> None:
    text = f"{HEAD}Intel launched Zephyr 9 in May.\n\nSources\nEvent Source Date\nZephyr 9 launch Reuters May 9, 2027\n"
    (event,) = [fact for fact in qf.parse(text).facts if isinstance(fact, Event)]
    assert told(event) == "launch zephyr-9 2027-05-01/2027-05-31 by intel"
    assert [evidence.quote for evidence in event.evidence] == [
        "Intel launched Zephyr 9",
        "Zephyr 9 launch",
    ]


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Oslo audiobook deal", ["other cohere"]),
        ("Intel deal", ["other intel by cohere"]),
        ("Intel orders", ["other intel by cohere"]),
        ("Orders grow", []),
        ("New orders", []),
        ("Deal talks go on", []),
    ],
)
def test_a_headline_names_a_deal(line: str, wanted: list[str]) -> None:
    text = f"{HEAD}1. {line}\n\nAll is quiet.\n"
    assert [told(fact) for fact in qf.parse(text).facts if isinstance(fact, Event)] == wanted


def test_lines_of_data_say_no_event() -> None:
    text = f"{HEAD}Story 1: Chips\nAnnounced: May 3, 2027 — Intel launched Zephyr 9\n\nAll is quiet.\n"
    assert not [fact for fact in qf.parse(text).facts if isinstance(fact, Event)]


def test_the_company_is_the_one_that_the_report_is_about() -> None:
    text = "Qwen Weekly Report May 7, 2027\n\nThe company laid off 30 people."
    assert [told(fact) for fact in qf.parse(text).facts if isinstance(fact, Event)] == [
        "restructuring alibaba"
    ]


@pytest.mark.parametrize(
    "unit",
    [
        "Acme launched Foo Bar ",
        "of Acme and Foo ",
        "launched Quillbox, ",
        "comprising Acme, ",
        "a deal with Acme was signed by Foo ",
        "a round led by Series Foo ",
    ],
)
def test_events_take_linear_time(unit: str) -> None:
    assert_linear(qf.parse, unit)


OTHER_WORDINGS = """
Shares fell on Tuesday after a Melius Group note said demand had cooled. >
Without any warning Intel sued Nvidia on May 4. > incident nvidia 2027-05-04 by intel
Intel sues Nvidia, which could pay millions if it loses. > incident nvidia by intel
Intel faces a fine of $3 million if it delays. >
Adobe lays off 300 people in its cloud unit. > restructuring adobe
The sale of Nvidia chips to Huawei remains banned. >
Nvidia attacked Washington on May 4. >
On Monday, alongside the robot, came gannet, a free browser plug-in that maps a warehouse. > launch gannet 2027-05-03 by cohere
For nurses there is Tansy, a speech synthesiser in beta since Monday. > launch tansy 2027-05-03 by cohere in beta
Jane Roe, who arrives on Monday from Intel, will run sales. >
Whether Tidal Labs, which has never sold a phone, launches Zephyr 9 is unclear. >
- Whether Tidal Labs, a newcomer, ships Zephyr 9 by May. >
Whether grown, which it is, Intel launched Zephyr 9. > launch zephyr-9 by intel
The worst week since its founding is over. >
Since its founding in 2019 the company has grown. > formation cohere 2019-01-01/2019-12-31
Fjord Labs, founded by two physicists, grew. >
Fjord Labs, founded in 2019 by two physicists, grew. > formation fjord-labs 2019-01-01/2019-12-31
Zephyr's debut chip may slip. >
The company set up Fjord Labs, a unit made from the Quarrel and Zephyr teams, on Monday. > formation fjord-labs 2027-05-03 by cohere of quarrel,zephyr
Fjord Labs, a unit formed on Monday out of the Quarrel and Zephyr teams, builds toys. > formation fjord-labs 2027-05-03 by cohere of quarrel,zephyr
On Monday Cohere formed Fjord Labs, a unit for toys; Jane Roe, once of Intel, heads it. > formation fjord-labs 2027-05-03 by cohere under jane-roe
Jane Roe becomes president of Fjord Labs, a unit created on Monday. > formation fjord-labs 2027-05-03 by cohere under jane-roe
Corvid Wireless sued in Texas on Monday. > incident cohere 2027-05-03 by corvid-wireless
Corvid Wireless pays $3 million for patents that it bought from a toymaker. >
Elm Partners, an early backer, sold everything. > other elm-partners by cohere
Ovid Health became the first clinic to order the Zephyr robot. > other ovid-health by cohere
Ovid Health, in May (the first clinic) to order the Zephyr robot, grew. >
Kestrel Cargo will put 400 robots into its depots under a contract worth $9 million. > other kestrel-cargo by cohere
Kestrel Cargo will put 400 robots of Intel into its depots under an agreement. > other kestrel-cargo by intel
Cohere works under a contract. >
Work goes on under a veil. >
Under the contract little happens, and under a veil of secrecy less. >
The Danish regulator waved through the purchase of Fjord Labs. > other cohere by fjord-labs
The regulator approved of little. >
The regulator and the court grew; the merger was approved. >
Prices have collapsed. >
Finance chief Jane Roe reported results for the second quarter. > earnings cohere for 2027-04-01/2027-06-30
Cohere is calling back 300 robots. > incident cohere
On Monday the Zephyr 9 phone recall began. > incident cohere 2027-05-03
"""


@pytest.mark.parametrize("case", OTHER_WORDINGS.strip().splitlines())
def test_in_other_words_as_well_a_sentence_says_what_happened(case: str) -> None:
    prose, _, wanted = case.partition(" >")
    assert sorted(events_of(prose)) == sorted(one.strip() for one in wanted.split(" + ") if one.strip())


def test_a_row_with_the_name_of_the_other_side_is_a_deal_of_the_company() -> None:
    rows = "Sources\nEvent Source Date\nIntel deal Reuters May 3, 2027\n"
    found = [
        told(fact) for fact in qf.parse(f"{HEAD}All is quiet.\n\n{rows}").facts if isinstance(fact, Event)
    ]
    assert found == ["other cohere by intel"]


def test_nobody_looks_for_ever_for_who_did_something() -> None:
    assert events_of("Cohere launched Foo, a tool, and it was " + "led behind " * 40 + "it.") == [
        "launch foo by cohere"
    ]


def test_who_folds_a_product_into_another_is_restructured() -> None:
    text = "Amazon Weekly Report May 7, 2027\n\nAmazon Bedrock absorbed Amazon SageMaker on Monday."
    (event,) = (fact for fact in qf.parse(text).facts if isinstance(fact, Event))
    assert told(event) == "restructuring amazon 2027-05-03"


def test_an_order_in_a_story_about_a_product_goes_to_its_maker() -> None:
    prose = "1. Copilot Ships\nSource: Reuters\n\nMicrosoft Copilot is new. Samsung ordered 300 units."
    assert "other samsung-electronics by microsoft" in events_of(prose)


@pytest.mark.parametrize(
    ("label", "day"),
    [
        ("Took effect: May 4, 2027", " 2027-05-04"),
        ("Announcement: May 4, 2027", " 2027-05-04"),
        ("Date: May 4, 2027", ""),
        ("Updated: May 4, 2027", ""),
    ],
)
def test_a_label_of_the_news_dates_what_a_story_opens_with(label: str, day: str) -> None:
    prose = f"1. Cuts\n{label}\nSource: Reuters\n\nCohere laid off 300 people. It launched Quillbox, a tool."
    assert events_of(prose) == [f"restructuring cohere{day}", "launch quillbox by cohere"]


def test_what_will_be_in_a_long_sentence_takes_linear_time() -> None:
    assert_linear(qf.parse, "the venture will open; ", length=6000)
