#!/usr/bin/env python3
"""Writes a FOCUS 1.0 export of any size in the shape of the published sample.

60 columns: those of FOCUS 1.0 and seventeen of a provider's own; hourly charges of some thousand
resources over a month.

usage: make_focus.py ROWS FILE
"""
import random
import sys

rows, path = int(sys.argv[1]), sys.argv[2]
random.seed(6)
header = (
    "AvailabilityZone,BilledCost,BillingAccountId,BillingAccountName,BillingCurrency,"
    "BillingPeriodEnd,BillingPeriodStart,ChargeCategory,ChargeClass,ChargeDescription,"
    "ChargeFrequency,ChargePeriodEnd,ChargePeriodStart,CommitmentDiscountCategory,"
    "CommitmentDiscountId,CommitmentDiscountName,CommitmentDiscountStatus,CommitmentDiscountType,"
    "ConsumedQuantity,ConsumedUnit,ContractedCost,ContractedUnitPrice,EffectiveCost,"
    "InvoiceIssuerName,ListCost,ListUnitPrice,PricingCategory,PricingQuantity,PricingUnit,"
    "ProviderName,PublisherName,RegionId,RegionName,ResourceId,ResourceName,ResourceType,"
    "ServiceCategory,ServiceName,SkuId,SkuPriceId,SubAccountId,SubAccountName,Tags"
).split(",")
header += [f"x_Own{i:02}" for i in range(60 - len(header))]
services = [(f"Service {i}", ["Compute", "Storage", "Databases", "Networking"][i % 4],
             f"{random.choice(['GB-Mo', 'Hrs', 'Requests', 'GB'])}") for i in range(60)]
accounts = [(f"{random.randint(10**11, 10**12 - 1)}", f"Account {i}") for i in range(40)]
regions = [("us-east-1", "US East (N. Virginia)"), ("eu-west-1", "EU (Ireland)"),
           ("us-west-2", "US West (Oregon)"), ("eu-central-1", "EU (Frankfurt)")]


def resource(i):
    name, category, unit = random.choice(services)
    account, account_name = random.choice(accounts)
    region, region_name = random.choice(regions)
    sku = "".join(random.choices("ABCDEFGHJKLMNPQRSTUVWXYZ23456789", k=16))
    identity = f"arn:aws:{name.replace(' ', '').lower()}:{region}:{account}:thing/{random.getrandbits(64):016x}"
    tags = ("" if i % 5 == 0 else '{""application"": ""app-%d"", ""environment"": ""%s"", ""team"": ""team-%d""}'
            % (i % 97, ["prod", "dev", "test"][i % 3], i % 13))
    price = random.randint(1, 10**6) / 10**7
    tail = [f"own value {i % 7} {j}" if j % 3 else "NULL" for j in range(60 - 43)]
    return dict(
        head=[region + "abc"[i % 3]], account=["1234567890123", "Main", "USD",
              "2024-10-01 00:00:00", "2024-09-01 00:00:00", "Usage", "NULL",
              f"${price:.7f} per {unit} of {name} in {region_name}", "Usage-Based"],
        middle=["NULL"] * 5, unit=unit, price=price, rest=["Amazon Web Services, Inc."],
        place=["AWS", "Amazon Web Services, Inc.", region, region_name, identity, "NULL", "Thing",
               category, name, sku, sku + ".JRTCKXETXF.6YS6EN2CT7", account, account_name, tags],
        tail=tail)


def quoted(values):
    return ",".join(v if v in ("NULL", "") else f'"{v}"' for v in values)


count = max(1, rows // 300)
resources = []
for i in range(count):
    r = resource(i)
    resources.append((quoted(r["head"]), quoted(r["account"]), quoted(r["middle"]), quoted([r["unit"]]),
                      r["price"], quoted(r["rest"]), quoted(r["place"]), quoted(r["tail"])))
with open(path, "w") as out:
    out.write(quoted(header) + "\n")
    for n in range(rows):
        head, account, middle, unit, price, issuer, place, tail = resources[n % count]
        hour = (n // count * 7) % 720
        day, clock = hour // 24 + 1, hour % 24
        end = f"2024-09-{day:02} {clock + 1:02}:00:00" if clock < 23 else (
            f"2024-09-{day + 1:02} 00:00:00" if day < 30 else "2024-10-01 00:00:00")
        amount = random.randint(0, 10**9)
        quantity = f"{amount // 10**6}.{amount % 10**6:06}000000000"
        cost = f"{price * amount / 1e6:.11f}"
        if n % 1000 == 0:
            cost = "-" + cost
        out.write(f'{head},{cost},{account},"{end}","2024-09-{day:02} {clock:02}:00:00",{middle},'
                  f'{quantity},{unit},{cost},{price:.11f},{cost},{issuer},{cost},"{price:.7f}","Standard",'
                  f'{quantity},{unit},{place},{tail}\n')
